/** The last days and the week of all services at once, on real databases. */
import { describe, expect, test } from 'vitest';
import { dayKinds } from '../../../shared/history/overview.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { fakeClock } from '../../unit/clock.ts';
import { down, hour, minute, remember, up } from './remember.ts';

const expiring: Observation = {
  verdict: 'degraded',
  reason: reason('certificate-expiring', { days: 6, band: 7 }),
  timings: { total: 42 },
};

describe('the overview', () => {
  test('has the days of each service, and the incidents of all of them, newest first', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check <= 30; check += 1) await history.check('calls', up);
    for (let check = 0; check < 10; check += 1) await history.check('calls', down);
    for (let check = 0; check <= 20; check += 1) await history.check('calls', up);
    clock.jump(24 * hour);
    for (let check = 0; check <= 20; check += 1) await history.check('pads', up);
    for (let check = 0; check < 5; check += 1) await history.check('pads', down);
    const overview = await history.overview();
    expect(overview?.incidents.map((one) => [one.serviceId, one.kind, one.end])).toEqual([
      ['pads', 'down', 'open'],
      ['calls', 'down', 'seen'],
    ]);
    const of = (id: string) => overview?.services.find(({ serviceId }) => serviceId === id);
    expect(dayKinds(of('calls')?.days ?? '').slice(-3)).toEqual(['unwatched', 'down', 'unwatched']);
    expect(of('calls')?.uptime).toBeCloseTo(50 / 60, 1);
    expect(dayKinds(of('pads')?.days ?? '').at(-1)).toBe('down');
    history.dispose();
  });

  test('counts a day with a chore as up, without an incident', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check <= 30; check += 1) await history.check('site', up);
    for (let check = 0; check <= 30; check += 1) await history.check('site', expiring);
    const overview = await history.overview();
    expect(dayKinds(overview?.services[0]?.days ?? '').at(-1)).toBe('up');
    expect([overview?.services[0]?.uptime, overview?.incidents]).toEqual([1, []]);
    history.dispose();
  });

  test('leaves out what is older than a week, and what another co-op has', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check <= 10; check += 1) await history.check('calls', down);
    for (let check = 0; check <= 10; check += 1) await history.check('calls', up);
    clock.jump(8 * dayMs);
    expect((await history.overview())?.incidents).toEqual([]);
    history.setCoop('another.coop', 'Another');
    expect(await history.overview()).toEqual({ services: [], incidents: [] });
    history.dispose();
  });

  test('is read again only after a while', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    await history.check('calls', up);
    const first = await history.overview();
    expect(await history.overview()).toBe(first);
    await clock.pass(2 * minute);
    expect(await history.overview()).not.toBe(first);
    history.dispose();
  });
});
