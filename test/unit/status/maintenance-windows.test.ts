import { describe, expect, test } from 'vitest';
import { createMaintenanceWindows } from '../../../main/core/status/maintenance-windows.ts';
import { fakeClock } from '../clock.ts';
import { down, readCoop, service, up, watch } from './monitor.ts';

const minuteMs = 60_000;
const start = Date.UTC(2026, 10, 24, 14, 0);
const at = (minutes: number) =>
  new Date(start + minutes * minuteMs).toISOString().replace('.000', '');

/** Maintenance of the host from the 10th to the 40th minute. */
const coop = () =>
  readCoop({
    services: [
      service('host', { name: 'Host' }),
      service('chat', { parent: 'host' }),
      service('other'),
    ],
    maintenance: [{ title: 'New disks', services: ['host'], startsAt: at(10), endsAt: at(40) }],
  });

async function until(minutes: number, watched: ReturnType<typeof watch>) {
  await watched.clock.pass(start + minutes * minuteMs - watched.clock.nowUtcMs());
}

describe('planned work', () => {
  test('takes a service down and brings it back without a word', async () => {
    const watched = watch(coop(), start);
    await until(12, watched);
    watched.answer(['host', 'chat'], down);
    await until(30, watched);
    expect(watched.verdict('host')).toBe('down');
    watched.answer(['host', 'chat'], up);
    await until(60, watched);
    expect([watched.verdict('host'), watched.titles]).toEqual(['up', []]);
  });

  test('does not speak for others', async () => {
    const watched = watch(coop(), start);
    await until(12, watched);
    watched.answer(['host', 'other'], down);
    await until(30, watched);
    expect(watched.titles).toEqual(['other is down']);
  });

  test('is over at its end: what is still down is told then', async () => {
    const watched = watch(coop(), start);
    await until(12, watched);
    watched.answer(['host', 'chat'], down);
    await until(39.9, watched);
    expect(watched.titles).toEqual([]);
    await until(40.7, watched);
    expect(watched.titles).toEqual(['Host is down, affecting 1 other service']);
    watched.answer(['host', 'chat'], up);
    await until(60, watched);
    expect(watched.titles.at(-1)).toBe('Host is up again, and so is 1 other service');
  });

  test('makes the window draw anew as it begins and as it ends', async () => {
    const watched = watch(coop(), start);
    await until(9.9, watched);
    const before = watched.drawings();
    await until(10, watched);
    expect(watched.drawings()).toBe(before + 1);
    await until(45, watched);
    expect(watched.drawings()).toBe(before + 2);
  });

  test('that begins after the fall does not take the news back', async () => {
    const watched = watch(coop(), start);
    await until(5, watched);
    watched.answer(['host'], down);
    await until(30, watched);
    expect(watched.titles).toEqual(['Host is down']);
    watched.answer(['host'], up);
    await until(35, watched);
    expect(watched.titles.at(-1)).toBe('Host is up again');
  });
});

test('hundreds of patterns are worked out step by step, each once, and none is lost', async () => {
  const clock = fakeClock(start);
  const turns: number[] = [];
  const plan = createMaintenanceWindows({ clock });
  plan.onTurn(() => turns.push(clock.nowUtcMs()));
  const many = Array.from({ length: 120 }, (_, hour) => ({
    title: `Work ${hour}`,
    cron: `${hour % 60} ${hour % 24} * * *`,
    timeZone: 'UTC',
    durationMin: 1,
  }));
  plan.setMaintenance(many);
  expect(plan.windows()).toEqual([]);
  await clock.pass(0);
  expect(new Set(plan.windows().map(({ title }) => title)).size).toBe(120);
  expect(turns).toEqual([start]);
  const known = plan.windows();
  await clock.pass(minuteMs);
  // Something changes every few minutes; that must not recompute everything.
  expect(plan.windows()).toBe(known);
  await clock.pass(7 * 60 * minuteMs);
  expect(plan.windows()).not.toBe(known);
  plan.dispose();
  expect(clock.timers()).toBe(0);
});
