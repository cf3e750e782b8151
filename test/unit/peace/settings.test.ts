import { expect, test } from 'vitest';
import { createPeace } from '../../../main/peace/index.ts';
import type { SharedAcknowledgement } from '../../../main/peace/sharing.ts';
import { defaultQuietHours } from '../../../shared/peace/hours.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { fakeClock } from '../clock.ts';

const pads: ServiceView = {
  id: 'pads',
  name: 'Pads',
  hasPage: false,
  verdict: 'down',
  sinceUtcMs: 0,
  intervalMs: 60_000,
};
const fall: Change = { serviceId: 'pads', name: 'Pads', from: 'up', to: 'down' };

/** Kept in memory in place of the file; `text` is what lies there at the start. */
async function start(text?: string) {
  const clock = fakeClock();
  const kept: string[] = [];
  const published: SharedAcknowledgement[] = [];
  let receive: (shared: SharedAcknowledgement) => void = () => undefined;
  const peace = createPeace({
    clock,
    timeZone: () => 'UTC',
    views: () => [pads],
    show: () => undefined,
    sharing: {
      publish: (shared) => published.push(shared),
      onReceived: (listener) => (receive = listener),
    },
    store: {
      load: () => Promise.resolve(text),
      save: (next) => {
        kept.push(next);
        return Promise.resolve();
      },
    },
  });
  await peace.restore();
  return {
    clock,
    peace,
    published,
    receive: (shared: SharedAcknowledgement) => receive(shared),
    kept: async () => {
      await clock.pass(0);
      return kept.at(-1);
    },
  };
}

test('without a file, the usual quiet hours; nothing is written unasked', async () => {
  const { peace, kept } = await start();
  expect(peace.view()).toEqual({ quietHours: defaultQuietHours, setBy: 'app', damaged: false });
  expect(await kept()).toBeUndefined();
});

test('everything is there again after a start', async () => {
  const { peace, kept } = await start();
  peace.commands.setQuietHours({ ...defaultQuietHours, toMinute: 1000 });
  peace.commands.snooze('pads', 'open');
  peace.commands.acknowledge('pads', 'el is at it', '4h');
  peace.commands.pause('tomorrow');
  const again = await start(await kept());
  expect([again.peace.state(), again.peace.view()]).toEqual([peace.state(), peace.view()]);
  expect(again.peace.view()).toMatchObject({ setBy: 'member', hush: { why: 'pause' } });
});

test.each([
  ['no JSON', '{"version":1,'],
  ['another version', '{"version":2,"snoozes":{},"acknowledgements":{}}'],
  ['a wrong time', '{"version":1,"snoozes":{"pads":{"sinceUtcMs":"x"}},"acknowledgements":{}}'],
  ['an id that is none', '{"version":1,"snoozes":{"../x":{"sinceUtcMs":0}},"acknowledgements":{}}'],
  ['nothing', ''],
])('a damaged file (%s) means the usual settings, and is said', async (_what, text) => {
  const { peace } = await start(text);
  expect(peace.view()).toMatchObject({ quietHours: defaultQuietHours, damaged: true });
  peace.commands.setQuietHours(defaultQuietHours);
  expect(peace.view().damaged).toBe(false);
});

test('keys of a newer version are left out', async () => {
  const text = '{"version":1,"snoozes":{},"acknowledgements":{},"mood":"calm"}';
  expect((await start(text)).peace.view().damaged).toBe(false);
});

test('an acknowledgement is told to others, and theirs holds like one of our own', async () => {
  const { peace, published, receive } = await start();
  peace.commands.acknowledge('pads', 'el is at it', 'open');
  peace.commands.withdraw('pads');
  expect(published.map((one) => one.acknowledgement?.reason)).toEqual(['el is at it', undefined]);
  expect(peace.admit([fall])).toEqual([fall]);
  const theirs = { reason: 'disk is full', by: 'yj', sinceUtcMs: 0 };
  receive({ serviceId: 'pads', acknowledgement: theirs });
  expect([peace.state().acknowledgements.get('pads'), peace.admit([fall])]).toEqual([theirs, []]);
});

test('one timer, and none after the end', async () => {
  const { clock, peace } = await start();
  peace.commands.snooze('pads', '1h');
  peace.commands.pause('4h');
  expect(clock.timers()).toBe(1);
  peace.dispose();
  expect(clock.timers()).toBe(0);
});

test('a snooze that ran out is forgotten, also in the file', async () => {
  const { clock, peace, kept } = await start();
  peace.commands.snooze('pads', '1h');
  await clock.pass(3_600_000);
  expect([peace.state().snoozes.size, await kept()]).toEqual([
    0,
    expect.not.stringContaining('pads'),
  ]);
});

test('nothing is told before the settings are read', () => {
  const peace = createPeace({
    clock: fakeClock(),
    timeZone: () => 'UTC',
    views: () => [pads],
    show: () => undefined,
    sharing: { publish: () => undefined, onReceived: () => undefined },
    store: { load: () => new Promise(() => undefined), save: () => Promise.resolve() },
  });
  expect(peace.admit([fall])).toEqual([]);
});
