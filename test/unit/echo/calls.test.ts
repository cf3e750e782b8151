/** A member joins the room under the name that they typed and were shown. */
import { expect, test } from 'vitest';
import type { EchoApi } from '../../../main/features/echo/types.ts';
import { echoCalls } from '../../../main/features/echo/feature.ts';
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import { stage } from './stage.ts';

const a: EchoInstance = { id: 'a', name: 'A', room: 'https://a.example/r' };

function start(instances: readonly EchoInstance[]) {
  const { echo, log, clock } = stage();
  const api = async () => ({ echo }) as unknown as EchoApi;
  const calls = echoCalls({ api });
  const shown = echo.state().instances.map(({ id, host }) => ({ instanceId: id, host }));
  echo.setInstances(instances);
  const outcome = async () => {
    const instanceIds = ['a'];
    const asked = { instanceIds, accessCodes: [], withSecret: false, shown };
    const failed = await calls['echo.start'](asked);
    await clock.pass(100);
    return [failed, log.includes('open a.example')];
  };
  return { outcome, log };
}

test('a server is visited where it was shown, in another room of it, too', async () => {
  for (const room of [a.room, 'https://a.example/other'])
    expect(await start([{ ...a, room }]).outcome()).toEqual([undefined, true]);
});

test.each([
  ['another host', 'https://evil.example/r'],
  ['another port', 'https://a.example:8443/r'],
  ['a host that looks like it', 'https://\u0430.example/r'],
])('a server of %s is not visited under its id', async (_what, room) => {
  const { outcome, log } = start([{ ...a, room }]);
  expect(await outcome()).toEqual(['moved', false]);
  expect(log).toEqual([]);
});
