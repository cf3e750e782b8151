/**
 * A call that must not be repeated: it waits while the service hangs, and fails when the service exits without an
 * answer.
 */
import { expect, test } from 'vitest';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { connectSessionBus } from '../../../main/platform/session-bus.ts';
import { startWatcher } from '../../servers/tray-watcher.ts';
import { startPrivateBus } from '../private-bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const target = {
  name: watcherName,
  path: '/StatusNotifierWatcher',
  iface: 'org.freedesktop.DBus.Properties',
};
const answerMs = 200;

async function meet() {
  const bus = await startPrivateBus();
  const address = bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const watcher = await startWatcher(address);
  watcher.answer('silence');
  let ends = 0;
  const onEnd = () => void (ends += 1);
  const line = { clock, address, answerMs, rules: [], onSignal: () => undefined, onEnd };
  const connection = await connectSessionBus(line);
  const question = ['Get', 'ss', [watcherName, 'IsStatusNotifierHostRegistered']] as const;
  return {
    bus,
    watcher,
    connection,
    ends: () => ends,
    impatient: () => connection.call(target, ...question),
    patient: () =>
      connection.callWithoutTimeout(target, ...question).then(
        () => 'answered',
        (error: unknown) => `refused: ${String(error)}`,
      ),
  };
}

test('whoever asks in time is told that there is no answer, and whoever is patient waits', async () => {
  const { bus, watcher, connection, impatient, patient } = await meet();
  const answer = patient();
  await expect(impatient()).rejects.toThrow('no answer in time');
  const still = await Promise.race([answer, Promise.resolve('waiting')]);
  expect(still).toBe('waiting');
  watcher.stop();
  expect(await answer).toMatch(/^refused: .*NoReply|disconnected/);
  connection.close();
  await bus.stop();
});

test('a bus that ends ends the waiting, and is told of once', async () => {
  const { bus, watcher, patient, ends } = await meet();
  const answer = patient();
  // Until the request has arrived.
  await new Promise((resolve) => setTimeout(resolve, answerMs));
  await bus.stop();
  expect(await answer).toMatch(/^refused/);
  expect(ends()).toBe(1);
  watcher.stop();
});

test('a connection that is closed here is not told of', async () => {
  const { bus, watcher, connection, ends } = await meet();
  connection.close();
  watcher.stop();
  await bus.stop();
  expect(ends()).toBe(0);
});
