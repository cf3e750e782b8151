/** Runs one check, as `coop-tray status --json` does, in a process with its own clock and authorities. */
import { statusCommand } from '../../main/cli/status.ts';

const [source = '', profileDir = ''] = process.argv.slice(2);
const terminal = {
  env: { LANG: 'C.UTF-8' },
  isTerminal: false,
  timeZone: 'America/Toronto',
  profileDir,
};
const { code, stdout } = await statusCommand(['--json', `--coop=${source}`], terminal);
process.stdout.write(stdout);
process.exitCode = code;
