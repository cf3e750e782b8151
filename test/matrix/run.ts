/** The account's suite on a real Synapse and on the stand-in. */
import { spawnSync } from 'node:child_process';

// The suites mostly wait for rate limits, so two run in parallel on any machine.
const args = ['run', '--project', 'matrix', '--maxWorkers=2', ...process.argv.slice(2)];
process.exit(spawnSync('vitest', args, { stdio: 'inherit' }).status ?? 1);
