/** Updates are looked for once a day, on the channel that the member has chosen. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createWorld, offered } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('looking for updates', () => {
  test('happens once a day, a while after the start, and a restart changes nothing', async () => {
    world.publish();
    await world.start();
    await world.clock.pass(hour);
    expect(world.asked).toEqual(['stable']);
    await world.start();
    await world.clock.pass(22 * hour);
    expect(world.asked).toEqual(['stable']);
    await world.clock.pass(3 * hour);
    expect(world.asked).toEqual(['stable', 'stable']);
    await world.clock.pass(10 * day);
    expect(world.asked).toHaveLength(12);
  });

  test('can be turned off, and then happens only on demand', async () => {
    world.publish();
    const updates = await world.start();
    updates.setOn(false);
    await world.clock.pass(100 * day);
    expect(world.asked).toEqual([]);
    // What a member has turned off is no alarm.
    expect(updates.note()).toBeUndefined();
    await updates.checkNow();
    expect(offered(updates)).toBe('1.1.0');
    expect(world.told).toEqual([]);
    (await world.start()).state();
    await world.clock.pass(100 * day);
    expect(world.asked).toEqual(['stable']);
  });

  test('waits while offline', async () => {
    world.line.state = 'offline';
    world.publish();
    await world.start();
    await world.clock.pass(6 * hour);
    expect(world.asked).toEqual([]);
    world.line.state = 'online';
    await world.clock.pass(2 * hour);
    expect(world.asked).toEqual(['stable']);
  });

  test('is tried again later and later if it fails, which is said with its time', async () => {
    world.fail('timeout');
    const updates = await world.start();
    await world.clock.pass(10 * day);
    expect(world.asked.length).toBeGreaterThan(10);
    expect(world.asked.length).toBeLessThan(20);
    expect(updates.state()).toMatchObject({ problem: { code: 'timeout' } });
    expect(updates.state()).not.toHaveProperty('goodAtUtcMs');
    world.publish();
    await updates.checkNow();
    expect(updates.state().problem).toBeUndefined();
    expect(updates.state().goodAtUtcMs).toBe(world.clock.nowUtcMs());
  });

  test('a clock that was set back years does not put it off', async () => {
    world.publish();
    await world.start();
    await world.clock.pass(hour);
    world.clock.jump(-300 * day);
    await world.start();
    await world.clock.pass(hour);
    expect(world.asked).toHaveLength(2);
  });

  test('a network that comes back does not end a check', async () => {
    world.publish();
    const updates = await world.start();
    const checking = updates.checkNow();
    updates.begin();
    await checking;
    expect(offered(updates)).toBe('1.1.0');
  });

  test('nor does a member who changes their mind about the daily check', async () => {
    world.publish();
    const updates = await world.start();
    updates.setOn(false);
    const checking = updates.checkNow();
    updates.setOn(true);
    expect(updates.state()).toMatchObject({ isOn: true, isChecking: true });
    await checking;
    expect(offered(updates)).toBe('1.1.0');
    await world.clock.pass(30 * hour);
    expect(world.asked).toHaveLength(2);
  });

  test('a computer that falls asleep does', async () => {
    world.publish();
    const updates = await world.start();
    const checking = updates.checkNow();
    updates.stop();
    await checking;
    expect(updates.state()).toMatchObject({ isChecking: false });
    expect(offered(updates)).toBeUndefined();
    updates.begin();
    await world.clock.pass(hour);
    expect(offered(updates)).toBe('1.1.0');
  });

  test('a store that updates the app is left to it', async () => {
    await world.start('1.0.0', { how: 'store', kind: 'flatpak' });
    await world.clock.pass(10 * day);
    expect(world.asked).toEqual([]);
  });

  test('90 days without success are said', async () => {
    world.fail('not-found');
    const updates = await world.start();
    await world.clock.pass(89 * day);
    expect(updates.note()).toBeUndefined();
    await world.clock.pass(2 * day);
    expect(updates.note()).toEqual({ is: 'overdue', days: 91 });
    expect(updates.state().overdueDays).toBe(91);
  });
});

describe('channels', () => {
  const beta = { channel: 'beta', version: '1.2.0-beta.1' } as const;

  test('a member who joins the beta is offered it at once, and after leaving no longer', async () => {
    world.publish();
    world.publish(beta);
    const updates = await world.start();
    updates.setChannel('beta');
    await world.clock.pass(1);
    expect(world.asked).toEqual(['stable', 'beta']);
    expect(offered(updates)).toBe('1.2.0-beta.1');
    updates.setChannel('stable');
    expect(offered(updates)).toBe('1.1.0');
  });

  test('of a channel that was not read yet, nothing is known to be the newest', async () => {
    world.publish({ version: '1.0.0' });
    const updates = await world.start();
    await updates.checkNow();
    expect(updates.state()).toMatchObject({ isGoodForChannel: true });
    updates.setChannel('beta');
    // As when the computer falls asleep: the check ends without a result, and so does its problem.
    updates.stop();
    expect(updates.state()).toMatchObject({ isChecking: false, isGoodForChannel: false });
    world.publish({ ...beta, version: '0.9.0-beta.1' });
    updates.begin();
    await world.clock.pass(hour);
    expect(world.asked).toEqual(['stable', 'stable', 'stable', 'beta']);
    expect(updates.state()).toMatchObject({ isGoodForChannel: true });
    // Who leaves the beta has had the stable channel read with it.
    updates.setChannel('stable');
    updates.stop();
    expect(updates.state()).toMatchObject({ isGoodForChannel: true });
  });

  test('the check of the channel before says nothing once another is chosen', async () => {
    const updates = await world.start();
    world.fail('timeout');
    const checking = updates.checkNow();
    world.publish();
    world.publish(beta);
    updates.setChannel('beta');
    await checking;
    await world.clock.pass(1);
    expect(updates.state()).toMatchObject({ isGoodForChannel: true });
    expect(updates.state()).not.toHaveProperty('problem');
  });

  test('who runs a beta is on its channel, and leaving it is no way back', async () => {
    world.publish();
    world.publish(beta);
    const updates = await world.start('1.2.0-beta.1');
    expect(updates.state()).toMatchObject({ channel: 'beta', isBeta: true });
    updates.setChannel('stable');
    await world.clock.pass(day);
    expect(offered(updates)).toBeUndefined();
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    expect(offered(updates)).toBe('1.2.0');
  });

  test('a beta channel that cannot be read keeps nobody from the stable version', async () => {
    world.publish();
    const updates = await world.start('1.1.0-beta.1');
    await updates.checkNow();
    expect(updates.state()).toMatchObject({
      offer: { version: '1.1.0' },
      problem: { code: 'not-found' },
    });
    expect(updates.state()).not.toHaveProperty('goodAtUtcMs');
  });
});
