/** The parts of a run of everything, and which of them run beside one another. */
import { join } from 'node:path';
import { patience } from './patience.ts';
import type { World } from './worlds.ts';
import { electronTime, hereAndNow, within, worlds } from './worlds.ts';

export type Part = Readonly<{
  /** What it runs; the parts of one kind are added up. */
  kind: string;
  /** The kind and the world. */
  title: string;
  command: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Path of what it prints. */
  log: string;
  /** Path of vitest's report; a check without one passes or fails. */
  report?: string;
}>;

/** Parts that run one after the other. */
export type Lane = Readonly<{
  parts: readonly Part[];
  /** As in `nice`: with more than 0 it takes what others leave of the processors. */
  niceness: number;
}>;

/** Of logs and reports. */
export const partsFolder = join('out', 'parts');

/**
 * Lanes beside one another. Most of the time apps and servers are waited for, and what computes gives way to them.
 * Nothing here holds time against a limit.
 */
export const lanes = (withMatrix: boolean): readonly Lane[] => [
  { niceness: 0, parts: [tests({ kind: 'e2e', world: electronTime })] },
  {
    niceness: 0,
    parts: [
      tests({ kind: 'packages', world: electronTime }),
      tests({ kind: 'gallery' }),
      ...(withMatrix ? [tests({ kind: 'matrix' })] : []),
    ],
  },
  {
    niceness: 5,
    parts: [
      check('types'),
      check('lint'),
      ...inWorlds({ kind: 'unit', projects: ['unit', 'dom'], options: ['--maxWorkers=100%'] }),
      ...inWorlds({ kind: 'integration', options: ['--maxWorkers=100%'] }),
    ],
  },
];

/** What measures time or counts processes: nothing runs beside it. */
export const alone: Lane = {
  niceness: 0,
  parts: [
    ...inWorlds({ kind: 'measured', projects: ['timed', 'measured'], patience: 1 }),
    tests({ kind: 'e2e-alone', world: electronTime, patience: 1 }),
  ],
};

function check(script: string): Part {
  return {
    kind: script,
    title: script,
    command: ['npm', 'run', '--silent', script],
    env: process.env,
    log: join(partsFolder, `${script}.log`),
  };
}

type Tests = Readonly<{
  kind: string;
  /** Of vitest.config.ts; the kind's own if left out. */
  projects?: readonly string[];
  world?: World;
  options?: readonly string[];
  /** Factor for time limits of waits: beside others everything takes longer. */
  patience?: number;
}>;

/** One part per world; together they make up the whole projects, so that each test runs once. */
function inWorlds(what: Tests): readonly Part[] {
  const { options = [] } = what;
  return worlds.map((world, at) => {
    const shard = `--shard=${at + 1}/${worlds.length}`;
    return tests({ ...what, world, options: [...options, shard] }, `${what.kind}-${at + 1}`);
  });
}

function tests(what: Tests, name = what.kind): Part {
  const { kind, projects = [kind], world = hereAndNow, options = [] } = what;
  const report = join(partsFolder, `${name}.json`);
  const { command, env } = within(world, [
    'vitest',
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...options,
  ]);
  return {
    kind,
    title: `${kind}: ${world.what}`,
    command,
    env: { ...env, COOP_TRAY_PATIENCE: String((what.patience ?? 2) * patience()) },
    log: join(partsFolder, `${name}.log`),
    report,
  };
}
