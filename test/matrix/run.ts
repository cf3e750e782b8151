/** The account's suite on a real Synapse and on the stand-in. */
import { spawnSync } from 'node:child_process';

// The suites wait for rate limits most of the time, so that two go well beside each other on any machine.
const args = ['run', '--project', 'matrix', '--maxWorkers=2', ...process.argv.slice(2)];
process.exit(spawnSync('vitest', args, { stdio: 'inherit' }).status ?? 1);
