/** The account's suite on a real Synapse and on the stand-in. */
import { spawnSync } from 'node:child_process';

const args = ['run', '--project', 'matrix', ...process.argv.slice(2)];
process.exit(spawnSync('vitest', args, { stdio: 'inherit' }).status ?? 1);
