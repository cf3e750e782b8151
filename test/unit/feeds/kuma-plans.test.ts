/** Planned maintenance in Uptime Kuma: local times in a zone that it names. */
import { expect, test } from 'vitest';
import { parseFeed } from '../../../shared/feeds/parse.ts';
import { processorMs } from '../../processor-time.ts';

const plansOf = (at: string, ...plans: object[]) => {
  const maintenanceList = plans.map((plan, id) => ({
    id,
    title: 'Disks',
    status: 'scheduled',
    ...plan,
  }));
  const page = { publicGroupList: [], maintenanceList };
  const texts = [JSON.stringify(page), '{"heartbeatList":{}}'];
  const parsed = parseFeed('uptime-kuma', texts, Date.parse(at));
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return parsed.reading.maintenance;
};
const span = (startDate: unknown, endDate: unknown) => ({ startDate, endDate });
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
const autumn = '2026-10-30T12:00:00Z';
const toronto = { timezone: 'America/Toronto', timezoneOffset: '-04:00' };
const once = { strategy: 'single' };

test.each<[string, string, object, string | undefined, string | undefined]>([
  [
    'after the clocks are set back',
    autumn,
    { ...once, ...toronto, timeslotList: [span('2026-11-03 02:00:00', '2026-11-03 03:00:00')] },
    '2026-11-03T07:00:00.000Z',
    '2026-11-03T08:00:00.000Z',
  ],
  [
    'across that night',
    autumn,
    { ...once, ...toronto, timeslotList: [span('2026-10-31 22:00', '2026-11-01 06:00')] },
    '2026-11-01T02:00:00.000Z',
    '2026-11-01T11:00:00.000Z',
  ],
  [
    'after they are set forward',
    '2026-03-27T12:00:00Z',
    {
      ...once,
      timezone: 'Europe/Paris',
      timezoneOffset: '+01:00',
      timeslotList: [span('2026-03-30 02:00:00', '2026-03-30 04:00:00')],
    },
    '2026-03-30T00:00:00.000Z',
    '2026-03-30T02:00:00.000Z',
  ],
  [
    'in a zone that nobody knows, by its offset',
    autumn,
    {
      ...once,
      timezone: 'SAME_AS_SERVER',
      timezoneOffset: '+05:30',
      timeslotList: [span('2026-11-03 02:00:00', '2026-11-03 03:00:00')],
    },
    '2026-11-02T20:30:00.000Z',
    '2026-11-02T21:30:00.000Z',
  ],
  [
    'of a version that names no zone',
    autumn,
    {
      ...once,
      timezoneOffset: '-04:00',
      timeslotList: [span('2026-10-31 02:00:00', '2026-10-31 03:00:00')],
    },
    '2026-10-31T06:00:00.000Z',
    '2026-10-31T07:00:00.000Z',
  ],
  [
    'again and again: with its offset, whatever the zone',
    autumn,
    {
      strategy: 'recurring-weekday',
      ...toronto,
      timeslotList: [span('2026-11-03T07:00:00.000Z', '2026-11-03T08:00:00.000Z')],
    },
    '2026-11-03T07:00:00.000Z',
    '2026-11-03T08:00:00.000Z',
  ],
  [
    'again and again, this time over since the answer was made',
    autumn,
    {
      strategy: 'cron',
      ...toronto,
      timeslotList: [
        span('2026-10-30T10:00:00Z', '2026-10-30T11:00:00Z'),
        span('2026-11-06T11:00:00Z', '2026-11-06T12:00:00Z'),
      ],
    },
    '2026-11-06T11:00:00.000Z',
    '2026-11-06T12:00:00.000Z',
  ],
  [
    'without times',
    autumn,
    { strategy: 'manual', ...toronto, timeslotList: [] },
    undefined,
    undefined,
  ],
  [
    'with times that are none',
    autumn,
    { ...once, timezone: 7, timezoneOffset: null, timeslotList: [span('soon', null)] },
    undefined,
    undefined,
  ],
])('planned work %s', (_what, at, plan, startsAt, endsAt) => {
  const [read] = plansOf(at, plan);
  expect([iso(read?.startsUtcMs), iso(read?.endsUtcMs)]).toEqual([startsAt, endsAt]);
});

test('of very many plans some are read, soon', () => {
  const plans = Array.from({ length: 5000 }, (_, id) => ({
    id,
    timezone: `America/T${'oO'[id % 2]}ronto`,
    timeslotList: [span('2026-11-03 02:00:00', '2026-11-03 03:00:00')],
  }));
  const startMs = processorMs();
  expect(plansOf(autumn, ...plans)).toHaveLength(200);
  expect(processorMs() - startMs).toBeLessThan(2000);
});
