/** Run by silent-resolver.test.ts: looks up names that get no answer, and tries to exit meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';

const net = createNet({ budget: createBudget(8) });
for (const name of ['one', 'two', 'three', 'four']) {
  const asked = net.request({
    url: `http://${name}.example/`,
    signal: new AbortController().signal,
    phaseMs: 10_000,
    bodyBytes: 0,
    redirects: 0,
    trust: 'system',
  });
  asked.catch(() => undefined);
}
await pause(2000);
process.stdout.write('ends', () => process.exit());
