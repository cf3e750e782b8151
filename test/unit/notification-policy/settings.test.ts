import { everything } from '../../../shared/notification-policy/scope.ts';
import { expect, test } from 'vitest';
import type { PolicyCommands } from '../../../main/core/notification-policy/index.ts';
import { createNotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import type { SharedAcknowledgement } from '../../../shared/acknowledgements/share.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { serviceView } from '../../fixtures/views.ts';
import { fakeClock } from '../clock.ts';

const pads = serviceView('pads', { name: 'Pads', verdict: 'down' });
const place = { room: '#servers:coop', userId: '@ada:coop' };
const fall: Change = { serviceId: 'pads', name: 'Pads', from: 'up', to: 'down' };

/** Stored in memory instead of the file; `text` is its initial content. */
async function start(text?: string, disk: { isFull: boolean } = { isFull: false }) {
  const clock = fakeClock();
  const kept: string[] = [];
  const shared: SharedAcknowledgement[] = [];
  let outcome: ShareOutcome = 'taken';
  const policy = createNotificationPolicy({
    clock,
    isClockProven: () => true,
    timeZone: () => 'UTC',
    views: () => [pads],
    share: (one) => {
      shared.push(one);
      return Promise.resolve(outcome);
    },
    store: {
      load: () => Promise.resolve(text),
      save: (next) => {
        if (disk.isFull) return Promise.reject(new Error('ENOSPC'));
        kept.push(next);
        return Promise.resolve();
      },
    },
  });
  await policy.restore();
  return {
    clock,
    policy,
    shared,
    fail: (next: ShareOutcome) => (outcome = next),
    kept: async () => {
      await clock.pass(0);
      return kept.at(-1);
    },
  };
}

test('without a file, the usual quiet hours; nothing is written unasked', async () => {
  const { policy, kept } = await start();
  expect(policy.view()).toEqual({
    quietHours: defaultQuietHours,
    setBy: 'app',
    scope: everything,
    damaged: false,
  });
  expect(await kept()).toBeUndefined();
});

test('everything is there again after a start', async () => {
  const { policy, kept } = await start();
  void policy.commands.setQuietHours({ ...defaultQuietHours, toMinute: 1000 });
  void policy.commands.snooze('pads', 'open');
  void policy.commands.acknowledge('pads', 'el is at it', '4h');
  void policy.commands.pause('tomorrow');
  const again = await start(await kept());
  expect([again.policy.state(), again.policy.view()]).toEqual([policy.state(), policy.view()]);
  expect(again.policy.view()).toMatchObject({ setBy: 'member', quietReason: { why: 'pause' } });
});

test.each([
  ['no JSON', '{"version":1,'],
  ['another form', '{"version":2,"snoozes":[]}'],
  ['a wrong time', '{"version":1,"snoozes":{"pads":{"sinceUtcMs":"x"}},"acknowledgements":{}}'],
  ['an id that is none', '{"version":1,"snoozes":{"../x":{"sinceUtcMs":0}},"acknowledgements":{}}'],
  ['nothing', ''],
])('a damaged file (%s) means the usual settings, and is said', async (_what, text) => {
  const { policy } = await start(text);
  expect(policy.view()).toMatchObject({ quietHours: defaultQuietHours, damaged: true });
  void policy.commands.setQuietHours(defaultQuietHours);
  expect(policy.view().damaged).toBe(false);
});

test.each<[string, (commands: PolicyCommands) => Promise<boolean>]>([
  ['a snooze', (commands) => commands.snooze('pads', 'open')],
  ['the end of a snooze', (commands) => commands.unsnooze('chat')],
  ['a note', (commands) => commands.acknowledge('pads', 'el is at it', '4h')],
  ['a pause', (commands) => commands.pause('1h')],
  ['the end of a pause', (commands) => commands.resume()],
  ['quiet hours', (commands) => commands.setQuietHours({ ...defaultQuietHours, on: false })],
])('%s that the disk does not take holds, and is not called kept', async (_what, command) => {
  const disk = { isFull: true };
  const before =
    '{"version":1,"pause":{"sinceUtcMs":0},"snoozes":{"chat":{"sinceUtcMs":0}},"acknowledgements":{}}';
  const { policy } = await start(before, disk);
  const was = policy.state();
  expect(await command(policy.commands)).toBe(false);
  expect(policy.state()).not.toEqual(was);
  disk.isFull = false;
  expect(await policy.commands.snooze('mail', 'open')).toBe(true);
});

test('nobody is told of a note that could not be taken back after a crash', async () => {
  const disk = { isFull: false };
  const { policy, shared } = await start(undefined, disk);
  await policy.commands.acknowledge('pads', 'el is at it', 'open');
  disk.isFull = true;
  expect(await policy.commands.share('pads', place)).toBe('unwritable');
  expect([shared, policy.state().acknowledgements.get('pads')?.shared]).toEqual([[], undefined]);
});

/** Its settings are still loading. */
const unread = () =>
  createNotificationPolicy({
    clock: fakeClock(),
    isClockProven: () => true,
    timeZone: () => 'UTC',
    views: () => [pads],
    share: () => Promise.resolve('nowhere'),
    store: { load: () => new Promise(() => undefined), save: () => Promise.resolve() },
  });

test('what is set before the settings are read is not called kept', async () => {
  const policy = unread();
  expect(await policy.commands.snooze('pads', '1h')).toBe(false);
});

test('what a document does not name for a time is kept over a start, also from a file of before', async () => {
  const before = JSON.stringify({
    version: 1,
    snoozes: { pads: { sinceUtcMs: 0 } },
    acknowledgements: { chat: { sinceUtcMs: 0, reason: 'We know.' } },
  });
  const coop = 'https://hypha.coop/.well-known/coop-tray.json';
  const named = (...ids: readonly string[]) => ids.map((id) => ({ id, retired: false }));
  const { policy, kept } = await start(before);
  const asked = policy.state();
  policy.setCoop(undefined, coop, named('wiki'));
  expect([policy.state().snoozes.size, policy.state().acknowledgements.size]).toEqual([0, 0]);
  const again = await start(await kept());
  expect(again.policy.view().damaged).toBe(false);
  again.policy.setCoop(undefined, coop, named('wiki', 'pads', 'chat'));
  expect(again.policy.state()).toEqual({ ...asked, coop });
});

test('keys of a newer version are left out', async () => {
  const text = '{"version":1,"snoozes":{},"acknowledgements":{},"mood":"calm"}';
  expect((await start(text)).policy.view().damaged).toBe(false);
});

test('an acknowledgement is told to nobody, nor that it is taken back, unless the member says so', async () => {
  const { policy, shared } = await start();
  void policy.commands.acknowledge('pads', 'el is at it', 'open');
  expect(await policy.commands.withdraw('pads')).toBe('here-only');
  expect(await policy.commands.share('pads', place)).toBe('nowhere');
  expect(shared).toEqual([]);
});

test('one that was shared is taken back from the others, also after a start', async () => {
  const { policy, kept, shared } = await start();
  void policy.commands.acknowledge('pads', 'el is at it', 'open');
  expect(await policy.commands.share('pads', place)).toBe('taken');
  expect(shared.map((one) => one.acknowledgement?.reason)).toEqual(['el is at it']);
  const again = await start(await kept());
  expect(await again.policy.commands.withdraw('pads')).toBe('taken');
  expect(again.shared).toEqual([{ serviceId: 'pads', shared: shared[0]?.shared }]);
  expect([shared[0]?.shared, again.policy.state().acknowledgements.size]).toMatchObject([place, 0]);
});

test('one that cannot be taken back from the others holds on, and can be taken back later', async () => {
  const { fail, policy } = await start();
  void policy.commands.acknowledge('pads', 'el is at it', 'open');
  await policy.commands.share('pads', place);
  fail('full');
  expect(await policy.commands.withdraw('pads')).toBe('full');
  expect(policy.state().acknowledgements.get('pads')?.shared).toMatchObject(place);
  fail('taken');
  expect(await policy.commands.withdraw('pads')).toBe('taken');
  expect(policy.state().acknowledgements.size).toBe(0);
});

test('one that could not be shared holds here, and the others are told of nothing', async () => {
  const { fail, policy, shared } = await start();
  fail('full');
  void policy.commands.acknowledge('pads', 'el is at it', 'open');
  expect(await policy.commands.share('pads', place)).toBe('full');
  expect([policy.state().acknowledgements.get('pads')?.shared, policy.admit([fall])]).toEqual([
    undefined,
    [],
  ]);
  await policy.commands.withdraw('pads');
  expect(shared).toHaveLength(1);
});

test('one timer, and none after the end', async () => {
  const { clock, policy } = await start();
  void policy.commands.snooze('pads', '1h');
  void policy.commands.pause('4h');
  expect(clock.timers()).toBe(1);
  policy.dispose();
  expect(clock.timers()).toBe(0);
});

test('a snooze that ran out is forgotten, also in the file', async () => {
  const { clock, policy, kept } = await start();
  void policy.commands.snooze('pads', '1h');
  await clock.pass(3_600_000);
  expect([policy.state().snoozes.size, await kept()]).toEqual([
    0,
    expect.not.stringContaining('pads'),
  ]);
});

test('nothing is told before the settings are read', () => {
  const policy = unread();
  expect(policy.admit([fall])).toEqual([]);
});

test.each([
  ['a snooze', { snoozes: { pads: { sinceUtcMs: 'x' }, chat: {} } }],
  ['a note', { acknowledgements: { pads: { sinceUtcMs: 0, reason: '' } } }],
  ['an id that is none', { snoozes: { '../x': { sinceUtcMs: 0 } } }],
  ['a pause', { pause: 7 }],
  ['quiet hours', { quietHours: { on: true, days: ['mon'], fromMinute: -1, toMinute: 0 } }],
])('%s that cannot be read costs itself, and is said', async (_what, odd) => {
  const sound = {
    version: 1,
    quietHours: { ...defaultQuietHours, toMinute: 1000 },
    snoozes: { mail: { sinceUtcMs: 0 } },
    acknowledgements: { wiki: { sinceUtcMs: 0, reason: 'We know.' } },
  };
  const merged = {
    ...sound,
    ...odd,
    snoozes: { ...sound.snoozes, ...('snoozes' in odd ? odd.snoozes : {}) },
    acknowledgements: {
      ...sound.acknowledgements,
      ...('acknowledgements' in odd ? odd.acknowledgements : {}),
    },
  };
  const { policy } = await start(JSON.stringify(merged));
  expect([...policy.state().snoozes.keys(), ...policy.state().acknowledgements.keys()]).toEqual([
    'mail',
    'wiki',
  ]);
  expect(policy.state().quietHours?.toMinute).toBe('quietHours' in odd ? undefined : 1000);
  expect(policy.view().damaged).toBe(true);
});
