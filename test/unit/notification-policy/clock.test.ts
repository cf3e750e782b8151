/** The member's notification policy while the machine's clock is wrong. */
import { expect, test } from 'vitest';
import { createNotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { serviceView } from '../../fixtures/views.ts';
import { fakeClock } from '../clock.ts';

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;
const year = 365 * day;
/** Tuesday at noon: outside quiet hours. */
const noonUtcMs = Date.UTC(2026, 10, 24, 12);

const view = (id: string) => serviceView(id, { verdict: 'down' });
const ids = ['pads', 'chat'];

async function start(startUtcMs = noonUtcMs, text?: string, isProven = true) {
  const clock = fakeClock(startUtcMs);
  const world = { isProven, file: text };
  const policy = createNotificationPolicy({
    clock,
    isClockProven: () => world.isProven,
    timeZone: () => 'UTC',
    views: () => ids.map(view),
    share: () => Promise.resolve('nowhere'),
    store: {
      load: () => Promise.resolve(world.file),
      save: (next) => {
        world.file = next;
        return Promise.resolve();
      },
    },
  });
  await policy.restore();
  const holds = () => ({
    snoozed: policy.state().snoozes.has('pads'),
    seen: policy.state().acknowledgements.has('chat'),
    paused: policy.view().quietReason?.why === 'pause',
  });
  /** Sets the wall clock; once that is noticed, everything is evaluated again. */
  const set = async (ms: number, isProven: boolean) => {
    clock.jump(ms);
    world.isProven = isProven;
    policy.wake();
    await clock.pass(second);
  };
  return { clock, policy, world, holds, set };
}

const asked = { snoozed: true, seen: true, paused: true };
async function withAll() {
  const one = await start();
  void one.policy.commands.snooze('pads', '4h');
  void one.policy.commands.acknowledge('chat', 'it is known', '4h');
  void one.policy.commands.pause('4h');
  await one.clock.pass(second);
  expect(one.holds()).toEqual(asked);
  return one;
}

test.each([
  ['1976', Date.UTC(1976, 3, 1) - noonUtcMs],
  ['1970, as without a battery', -noonUtcMs],
  ['2000-01-01', Date.UTC(2000, 0, 1) - noonUtcMs],
  ['a year ahead', year],
  ['five hours ahead', 5 * hour],
  ['an hour behind', -hour],
])(
  'the clock shows %s for a moment: all that was asked for holds again after it',
  async (_name, ms) => {
    const { holds, set, world } = await withAll();
    const before = world.file;
    await set(ms, false);
    await set(-ms, true);
    expect(holds()).toEqual(asked);
    expect(world.file).toBe(before);
  },
);

test('and after a restart in between', async () => {
  const { world } = await withAll();
  const dead = await start(Date.UTC(2000, 0, 1), world.file, false);
  await dead.clock.pass(hour);
  const again = await start(noonUtcMs + hour, dead.world.file);
  expect(again.holds()).toEqual(asked);
});

test('what others change meanwhile does not take it along', async () => {
  const { policy, holds, set } = await withAll();
  await set(year, false);
  void policy.commands.setQuietHours({ ...policy.view().quietHours, on: false });
  const change: Change = { serviceId: 'radio', name: 'Radio', from: 'up', to: 'down' };
  policy.admit([change]);
  const services = ids.map((id) => ({ id, retired: false }));
  policy.setCoop(undefined, 'https://co-op.example', services);
  await set(-year, true);
  expect(holds()).toEqual(asked);
});

test('by a clock that nobody proves, what is over holds no longer, but is not forgotten', async () => {
  const { clock, holds, world } = await withAll();
  world.isProven = false;
  const before = world.file;
  await clock.pass(5 * hour);
  expect(holds()).toEqual({ snoozed: false, seen: false, paused: false });
  expect(world.file).toBe(before);
});

test('ten days of sleep end it, and it is forgotten once the clock is proven', async () => {
  const { clock, policy, holds, set, world } = await withAll();
  await set(10 * day, false);
  expect(holds()).toEqual({ snoozed: false, seen: false, paused: false });
  expect(world.file).toContain('pads');
  world.isProven = true;
  policy.wake();
  await clock.pass(second);
  expect(world.file).not.toContain('pads');
  expect(world.file).not.toContain('chat');
});

test('quiet hours are those of the right clock as soon as it is right', async () => {
  const { policy, set } = await start();
  await set(11 * hour, false);
  expect(policy.view().quietReason?.why).toBe('quiet-hours');
  await set(-11 * hour, true);
  expect(policy.view().quietReason).toBeUndefined();
});
