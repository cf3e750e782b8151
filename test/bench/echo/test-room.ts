/** One echo test of the packaged app, through the calls of its own page. */
import type { Page } from 'playwright';
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import type { Bridge } from '../../../shared/bridge.ts';
import type { Bbb } from '../../servers/bbb/index.ts';

const timeoutMs = 90_000;

/** From the call that starts the test to the result with its verdict. */
export async function testRoom(page: Page, bbb: Bbb) {
  const failed = await page.evaluate(call, ['echo.addRoom', { address: bbb.roomUrl }] as const);
  if (failed) throw new Error(JSON.stringify(failed));
  const before = (await page.evaluate(call, ['echo.get', undefined] as const)) as EchoState;
  const { port } = new URL(bbb.url);
  const instance = before.instances.find((one) => one.own && one.host.endsWith(port));
  if (!instance) throw new Error('the room was not taken up');
  const startMs = performance.now();
  const result = await page.evaluate(testAndWait, {
    instanceId: instance.id,
    lastId: before.results[0]?.id,
    timeoutMs,
  });
  const tookS = (performance.now() - startMs) / 1000;
  await page.evaluate(call, ['echo.removeRoom', { instanceId: instance.id }] as const);
  return { result, tookS };
}

/** Runs in the page, and waits for its event: polling would cost the app more than the test. */
async function testAndWait(
  wanted: Readonly<{ instanceId: string; lastId: string | undefined; timeoutMs: number }>,
): Promise<Result> {
  const { coopTray } = window as unknown as { coopTray: Bridge };
  const over = new Promise<Result>((resolve, reject) => {
    setTimeout(() => reject(new Error('no result came')), wanted.timeoutMs);
    const end = coopTray.on((name, json) => {
      if (name !== 'echo') return;
      const { run, results } = JSON.parse(json) as EchoState;
      const [newest] = results;
      if (run || !newest || newest.id === wanted.lastId) return;
      end();
      resolve(newest);
    });
  });
  const reply = await coopTray.call('echo.start', { instanceIds: [wanted.instanceId] });
  if (!reply.ok || reply.value) throw new Error(JSON.stringify(reply));
  return over;
}

/** Runs in the page. */
async function call([name, payload]: readonly [string, unknown]): Promise<unknown> {
  const { coopTray } = window as unknown as { coopTray: Bridge };
  const reply = await coopTray.call(name, payload);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}
