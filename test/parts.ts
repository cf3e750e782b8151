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
export type Lane = readonly Part[];

/** Lanes that run beside one another; when all have ended, the next stage begins. */
export type Stage = Readonly<{ title: string; lanes: readonly Lane[] }>;

/** Of logs and reports. */
export const partsFolder = join('out', 'parts');

/** What computes has all processors; of what mostly waits for apps and servers, two lanes share them. */
export const stages = (withMatrix: boolean): readonly Stage[] => [
  {
    title: 'computing',
    lanes: [
      [
        check('types'),
        check('lint'),
        ...inWorlds({ kind: 'unit', projects: ['unit', 'dom'], options: ['--maxWorkers=100%'] }),
        ...inWorlds({ kind: 'integration', options: ['--maxWorkers=100%'] }),
      ],
    ],
  },
  {
    title: 'waiting',
    lanes: [
      [tests({ kind: 'e2e', world: electronTime, patience: 2 })],
      [
        tests({ kind: 'gallery', patience: 2 }),
        ...(withMatrix ? [tests({ kind: 'matrix', patience: 2 })] : []),
        tests({ kind: 'packages', world: electronTime, patience: 2 }),
      ],
    ],
  },
  {
    // Time is held against limits, and processes are counted.
    title: 'measuring',
    lanes: [
      [
        ...inWorlds({ kind: 'measured', projects: ['timed', 'measured'] }),
        tests({ kind: 'e2e-alone', world: electronTime }),
      ],
    ],
  },
];

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
  /** Factor for time limits of waits: beside another lane everything takes longer. */
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
    env: { ...env, COOP_TRAY_PATIENCE: String((what.patience ?? 1) * patience()) },
    log: join(partsFolder, `${name}.log`),
    report,
  };
}
