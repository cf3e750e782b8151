/** Everything: types, lint, unit, integration, e2e. The last line counts what ran. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

type Count = Readonly<{ passed: number; failed: number; skipped: number }>;

const results = 'out/test-results.json';

function checkStep(script: string): Count {
  console.log(`\n> ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function testProject(project: string, ...more: readonly string[]): Count {
  console.log(`\n> ${project}`);
  rmSync(results, { force: true });
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
    ...more,
  ];
  const { status } = spawnSync('vitest', args, { stdio: 'inherit' });
  const count = read();
  // A run that broke before it could count has failed.
  return status === 0 || count.failed > 0 ? count : { ...count, failed: 1 };
}

function read(): Count {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>;
    return {
      passed: report['numPassedTests'] ?? 0,
      failed: report['numFailedTests'] ?? 0,
      skipped: (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

mkdirSync('out', { recursive: true });
const counts = [
  ...['types', 'lint'].map(checkStep),
  // On fake clocks, so that any number beside each other is as good as one.
  testProject('unit', '--maxWorkers=100%'),
  ...['integration', 'e2e'].map((project) => testProject(project)),
];
const sum = (key: keyof Count) => counts.reduce((total, one) => total + one[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
