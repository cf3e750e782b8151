/** Runs only the tests of the packages. Arguments go to vitest, such as a file's name. */
import { spawnSync } from 'node:child_process';
import { electronTime, within } from '../worlds.ts';

const { status } = spawnSync('vitest', ['run', '--project=packages', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: within(electronTime, []).env,
});
process.exit(status ?? 1);
