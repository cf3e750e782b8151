/** Reminders while time passes: over restarts, sleep, another clock, moved meetings and quiet hours. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs, now, occurrence } from './given.ts';
import { world } from './world.ts';

const url = 'https://maple.example/calendar.ics';
const remind = { minutes: 10, inQuietHours: false };

describe('reminders', () => {
  async function reminding(...all: Parameters<typeof occurrence>[]) {
    const made = world();
    made.serve(url, ...all.map((one) => occurrence(...one)));
    const started = await made.start();
    started.calendars.setRemind('coop', remind);
    return { ...made, ...started };
  }
  const inHour = { startUtcMs: now + hourMs };

  test('are off until chosen', async () => {
    const { start, serve, told } = world();
    serve(url, occurrence('infra', inHour));
    const { clock } = await start();
    await clock.pass(2 * hourMs);
    expect(told).toEqual([]);
  });

  test('come once, over a restart as well', async () => {
    const { clock, told, start } = await reminding(['infra', inHour], ['same', inHour]);
    await clock.pass(50 * minuteMs - 1000);
    expect(told).toEqual([]);
    await clock.pass(2000);
    expect(told).toEqual(['infra at calls.maple.example', 'same at calls.maple.example']);
    await clock.pass(5 * minuteMs);
    await start({}, clock);
    expect(told).toHaveLength(2);
  });

  test('come right after a sleep', async () => {
    const { calendars, clock, told } = await reminding(['infra', inHour], ['over', {}]);
    expect(told).toEqual(['over at calls.maple.example']);
    calendars.suspend();
    clock.jump(62 * minuteMs);
    await clock.pass(0);
    expect(told).toHaveLength(1);
    calendars.resume();
    await clock.pass(0);
    expect(told).toHaveLength(2);
  });

  test('come though the clock was set while nothing else happened', async () => {
    const { clock, told } = await reminding(['infra', { startUtcMs: now + 20 * hourMs }]);
    clock.jump(20 * hourMs - 8 * minuteMs);
    await clock.pass(5 * minuteMs);
    expect(told).toEqual(['infra at calls.maple.example']);
  });

  test('come again for a meeting that was moved', async () => {
    const { calendars, clock, told, serve } = await reminding(['infra', {}]);
    serve(url, occurrence('infra', { startUtcMs: now + 12 * minuteMs }));
    calendars.readNow();
    await clock.pass(3 * minuteMs);
    expect(told).toHaveLength(2);
  });

  // discourse-events 51, jitsi-admin 517, sendou.ink 2888, PlaceCal 2969.
  test('come once though a program gives its events other ids at each reading', async () => {
    const { calendars, clock, told, serve } = await reminding(['first', { title: 'Infra' }]);
    for (const id of ['second', 'third']) {
      serve(url, occurrence(id, { title: 'Infra' }), occurrence(`other ${id}`, inHour));
      calendars.readNow();
      await clock.pass(minuteMs);
    }
    expect(told).toEqual(['first at calls.maple.example']);
    expect(calendars.addressOf('first', 0)).toBe('https://calls.maple.example/rooms/hall');
  });

  test('wait for the end of quiet hours', async () => {
    const { clock, told, member } = await reminding(['infra', inHour]);
    member.quiet = 'quiet-hours';
    await clock.pass(55 * minuteMs);
    expect(told).toEqual([]);
    member.quiet = undefined;
    await clock.pass(minuteMs);
    expect(told).toHaveLength(1);
  });

  test('do not come while the computer goes to sleep', async () => {
    const { calendars, clock, told } = await reminding(['infra', inHour]);
    calendars.suspend();
    calendars.setRemind('coop', { ...remind, minutes: 30 });
    expect(clock.timers()).toBe(0);
    await clock.pass(hourMs);
    expect(told).toEqual([]);
  });

  test('do not flood the desktop, whatever a calendar holds', async () => {
    const many = Array.from({ length: 400 }, (_, at) => [`m${at}`, inHour] as const);
    const { clock, told } = await reminding(
      ...many.map(([id, more]): [string, object] => [id, more]),
    );
    await clock.pass(70 * minuteMs);
    expect(told).toHaveLength(5);
  });

  test('are turned off for good', async () => {
    const { calendars, clock, told, start } = await reminding(['infra', inHour]);
    calendars.setRemind('coop', undefined);
    await clock.pass(hourMs);
    const again = await start({}, clock);
    expect(again.calendars.state().calendars[0]?.remind).toBeUndefined();
    expect(told).toEqual([]);
  });
});
