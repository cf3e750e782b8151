/**
 * Runs everything: types, lint, unit, integration, the gallery, the packages, e2e. The last line counts tests and worlds: unit and integration are
 * split into one part per world, so each test runs once.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createPartTimes } from './part-times.ts';
import type { Outcome } from './outcome.ts';
import { noReport, outcomeOf } from './outcome.ts';
import { clockCanBeSet, electronTime, hereAndNow, within, worlds } from './worlds.ts';

const results = 'out/test-results.json';
const times = createPartTimes();

function checkStep(script: string): Outcome {
  console.log(`\n> ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  return status === 0
    ? { passed: 1, failed: 0, skipped: 0, notPassed: [] }
    : { passed: 0, failed: 1, skipped: 0, notPassed: [`${script} failed`] };
}

function testProject(project: string, more: readonly string[] = [], world = hereAndNow): Outcome {
  const what = `${[project, ...more].join(' ')}: ${world.what}`;
  console.log(`\n> ${what}`);
  rmSync(results, { force: true });
  const {
    command: [program = '', ...args],
    env,
  } = within(world, [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
    ...more,
  ]);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env });
  const outcome = read();
  if (status === 0 || outcome.failed > 0) return outcome;
  // A run that crashed before reporting a count has failed, and so has one whose preparation failed.
  return {
    ...outcome,
    failed: 1,
    notPassed: [`${what} ended with ${status}`, ...outcome.notPassed],
  };
}

/** One part per world; together they make up the whole project. */
function testInWorlds(project: string, ...more: readonly string[]): readonly Outcome[] {
  return worlds.map((world, at) =>
    testProject(project, [`--shard=${at + 1}/${worlds.length}`, ...more], world),
  );
}

function read(): Outcome {
  try {
    return outcomeOf(JSON.parse(readFileSync(results, 'utf8')));
  } catch {
    return noReport;
  }
}

mkdirSync('out', { recursive: true });
const outcomes = [
  ...['types', 'lint'].map((script) => times.measure(script, () => checkStep(script))),
  // In parallel, except for the tests with time limits, which run afterwards, one by one.
  ...times.measure('unit', () =>
    testInWorlds('unit', '--project=dom', '--project=timed', '--maxWorkers=100%'),
  ),
  ...times.measure('integration', () =>
    testInWorlds('integration', '--project=measured', '--maxWorkers=100%'),
  ),
  times.measure('gallery', () => testProject('gallery')),
  times.measure('packages', () => testProject('packages', [], electronTime)),
  // Two apps at a time, then one by one those that are measured.
  times.measure('e2e', () => testProject('e2e', ['--project=e2e-alone'], electronTime)),
];
type Count = 'passed' | 'failed' | 'skipped';
const sum = (key: Count) => outcomes.reduce((total, one) => total + one[key], 0);
// At the end, where they are found in a log of ten thousand lines.
console.log(`\n${outcomes.flatMap(({ notPassed }) => notPassed).join('\n')}`);
console.log(`\n${times.lines().join('\n')}`);
const told = clockCanBeSet ? '' : ', but all of them today: there is no faketime';
console.log(
  `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped; in ${worlds.length} worlds${told}`,
);
process.exit(sum('failed') === 0 ? 0 : 1);
