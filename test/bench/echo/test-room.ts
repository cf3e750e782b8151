/** One echo test of the packaged app, through the calls of its own page. */
import type { Page } from 'playwright';
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import type { Bridge } from '../../../shared/ipc.ts';
import { eventually } from '../../desktop/wait.ts';
import type { Bbb } from '../../servers/bbb/index.ts';

const patienceMs = 90_000;

/** From the call that starts the test to the result with its verdict. */
export async function testRoom(page: Page, bbb: Bbb) {
  const failed = await page.evaluate(call, ['echo.addRoom', { address: bbb.roomUrl }] as const);
  if (failed) throw new Error(JSON.stringify(failed));
  const before = (await page.evaluate(call, ['echo.get', undefined] as const)) as EchoState;
  const { port } = new URL(bbb.url);
  const instance = before.instances.find((one) => one.own && one.host.endsWith(port));
  if (!instance) throw new Error('the room was not taken up');
  const startMs = performance.now();
  const refused = await page.evaluate(call, [
    'echo.start',
    { instanceIds: [instance.id] },
  ] as const);
  if (refused) throw new Error(JSON.stringify(refused));
  const result = await eventually(
    'the result',
    async () => newest(await page.evaluate(call, ['echo.get', undefined] as const), before),
    patienceMs,
  );
  const tookS = (performance.now() - startMs) / 1000;
  await page.evaluate(call, ['echo.removeRoom', { instanceId: instance.id }] as const);
  return { result, tookS };
}

/** Runs in the page. */
async function call([name, payload]: readonly [string, unknown]): Promise<unknown> {
  const { coopTray } = window as unknown as { coopTray: Bridge };
  const reply = await coopTray.call(name, payload);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}

function newest(state: unknown, before: EchoState): Result | undefined {
  const { run, results } = state as EchoState;
  const known = new Set(before.results.map(({ id }) => id));
  return run ? undefined : results.find(({ id }) => !known.has(id));
}
