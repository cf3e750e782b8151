/** What runs on the near machine of `slow-line.test.ts`. Prints one line of JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusCommand } from '../../main/cli/status.ts';
import { observe } from './probing.ts';

const [what, given = ''] = process.argv.slice(2);
if (what === 'probes') {
  const probes = JSON.parse(given) as readonly object[];
  console.log(JSON.stringify(await Promise.all(probes.map((one) => observe(one)))));
} else {
  const profileDir = mkdtempSync(join(tmpdir(), 'coop-tray-near-'));
  const words = ['--json', `--coop=${given}`];
  const { code, stdout } = await statusCommand(words, {
    env: {},
    isTerminal: false,
    timeZone: 'America/Toronto',
    profileDir,
  });
  rmSync(profileDir, { recursive: true });
  console.log(JSON.stringify({ code, report: JSON.parse(stdout) as unknown }));
}
// Does not wait for the core's timers.
process.exit(0);
