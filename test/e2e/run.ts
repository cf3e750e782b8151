/** The e2e tests alone. Arguments go to vitest, such as a file's name. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('vitest', ['run', '--project', 'e2e', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
