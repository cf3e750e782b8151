import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import {
  nextTurn,
  noticeMs,
  planAt,
  planViews,
  windowStep,
} from '../../../shared/status/maintenance.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { plansOf } from '../../../shared/status/plans.ts';
import { serviceView } from '../../fixtures/views.ts';

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().replace(':00.000Z', 'Z');

/** The windows of a pattern around a day, as start and end in UTC. */
function windows(cron: string, timeZone: string, day: string, durationMin = 60) {
  const from = Date.parse(`${day}T00:00:00Z`);
  const span = { fromUtcMs: from, toUtcMs: from + 2 * dayMs };
  return windowStep([{ title: 'x', cron, timeZone, durationMin }], span).windows.map(
    (one) => `${iso(one.startsUtcMs)} ${iso(one.endsUtcMs)}`,
  );
}

describe('a recurring window', () => {
  test.each<[string, string[], string[]]>([
    [
      'at night in Tokyo, without daylight saving',
      ['0 3 * * *', 'Asia/Tokyo', '2026-03-07'],
      ['2026-03-07T18:00Z 2026-03-07T19:00Z', '2026-03-08T18:00Z 2026-03-08T19:00Z'],
    ],
    [
      'in Toronto across the spring change: the hour that does not exist begins with the next',
      ['30 2 * * *', 'America/Toronto', '2026-03-07'],
      ['2026-03-07T07:30Z 2026-03-07T08:30Z', '2026-03-08T07:00Z 2026-03-08T08:00Z'],
    ],
    [
      'in Toronto across the autumn change: the hour that comes twice counts once',
      ['30 1 * * *', 'America/Toronto', '2026-10-31'],
      ['2026-10-31T05:30Z 2026-10-31T06:30Z', '2026-11-01T05:30Z 2026-11-01T06:30Z'],
    ],
    [
      'in the morning, at the same hour of the clock before and after the change',
      ['0 6 * * *', 'America/Toronto', '2026-10-31'],
      ['2026-10-31T10:00Z 2026-10-31T11:00Z', '2026-11-01T11:00Z 2026-11-01T12:00Z'],
    ],
    [
      'on one day of the week',
      ['0 0 * * SUN', 'UTC', '2026-11-28'],
      ['2026-11-29T00:00Z 2026-11-29T01:00Z'],
    ],
    ['on a day that never comes', ['0 0 30 2 *', 'UTC', '2026-02-28'], []],
  ])('%s', (_what, [cron = '', zone = '', day = ''], expected) => {
    expect(windows(cron, zone, day)).toEqual(expected);
  });

  test('that began before the time asked for is there while it lasts', () => {
    expect(windows('0 20 * * *', 'UTC', '2026-11-24', 6 * 60)[0]).toBe(
      '2026-11-23T20:00Z 2026-11-24T02:00Z',
    );
  });

  test('of every minute ends somewhere', () => {
    expect(windows('* * * * *', 'UTC', '2026-11-24', 1).length).toBeLessThanOrEqual(200);
  });
});

const window = (startsUtcMs: number, endsUtcMs: number, serviceIds: readonly string[] | 'all') => ({
  title: `${startsUtcMs}`,
  startsUtcMs,
  endsUtcMs,
  serviceIds,
});
const parents = new Map([['chat', 'host']]);

describe('the window of a service', () => {
  const list = [
    window(1000, 2000, ['host']),
    window(1500, 1800, ['chat']),
    window(5000, 6000, 'all'),
  ];
  test.each<[string, string, number, string | undefined, string | undefined]>([
    ['before it begins', 'host', 999, undefined, '1000'],
    ['as it begins', 'host', 1000, '1000', '5000'],
    ['just before it ends', 'host', 1999, '1000', '5000'],
    ['as it ends', 'host', 2000, undefined, '5000'],
    ['that stands on the host', 'chat', 1200, '1000', '1500'],
    ['with two windows is the one that ends last', 'chat', 1600, '1000', '5000'],
    ['that is not meant', 'pads', 1600, undefined, '5000'],
    ['when all are meant', 'pads', 5500, '5000', undefined],
  ])('%s', (_what, id, now, active, next) => {
    const plan = planAt(list, parents, now);
    expect([plan.activeFor(id)?.title, plan.nextFor(id)?.title]).toEqual([active, next]);
  });

  test('is not shown more than a day ahead', () => {
    const far = [window(noticeMs + 2, noticeMs + 3, 'all')];
    expect(planAt(far, parents, 1).nextFor('chat')).toBeUndefined();
    expect(planAt(far, parents, 2).nextFor('chat')).toBeDefined();
    expect([nextTurn(far, 1), nextTurn(far, 2), nextTurn(far, noticeMs + 3)]).toEqual([
      2,
      noticeMs + 2,
      undefined,
    ]);
  });
});

describe('what is seen during a window', () => {
  const view = (verdict: Verdict) =>
    serviceView('chat', { name: 'Chat', verdict, sinceUtcMs: 500 });
  test.each<[Verdict, Verdict]>([
    ['down', 'maintenance'],
    ['degraded', 'maintenance'],
    ['up', 'up'],
    ['unknown', 'unknown'],
    ['no-access', 'no-access'],
    ['retired', 'retired'],
  ])('%s is shown as %s', (verdict, shown) => {
    const list = [window(1000, 2000, ['chat'])];
    const [during] = planViews([view(verdict)], list, parents, 1500);
    const [after] = planViews([view(verdict)], list, parents, 2500);
    expect([during?.verdict, after?.verdict]).toEqual([shown, verdict]);
    expect(during?.maintenance?.endsUtcMs).toBe(verdict === 'retired' ? undefined : 2000);
  });

  test('a piece of work is one line with the services it is about', () => {
    const pads = { ...view('up'), id: 'pads', name: 'Pads' };
    const list = [window(1000, 2000, ['chat']), window(1100, 3000, 'all')];
    const plans = plansOf(planViews([view('up'), pads], list, parents, 0));
    expect(plans.map(({ names, all }) => [names, all])).toEqual([
      [['Chat'], false],
      [['Pads'], false],
    ]);
  });
});

describe('maintenance in the document', () => {
  const good = {
    title: 'Disks',
    startsAt: '2026-12-01T02:00:00-05:00',
    endsAt: '2026-12-01T03:00:00-05:00',
  };
  const cron = {
    title: 'Updates',
    cron: '0 3 * * *',
    timeZone: 'America/Toronto',
    durationMin: 30,
  };
  const parse = (entry: unknown) => {
    const services = [{ id: 'chat', name: 'Chat' }];
    const parsed = parseCoopDocument(
      JSON.stringify({ version: 1, name: 'x', services, maintenance: [entry, good] }),
    );
    if (!parsed.ok) throw new Error(parsed.error.code);
    const { maintenance, problems } = parsed.document;
    return { kept: maintenance.length - 1, paths: problems.map((one) => one.path) };
  };

  test.each<[string, unknown, number, string[]]>([
    ['once', good, 1, []],
    ['again and again', cron, 1, []],
    ['of one service', { ...cron, services: ['chat'] }, 1, []],
    [
      'of a service that does not exist',
      { ...cron, services: ['pads'] },
      0,
      ['$.maintenance[0].services[0]'],
    ],
    [
      'of one that exists and one that does not',
      { ...cron, services: ['chat', 'pads'] },
      1,
      ['$.maintenance[0].services[1]'],
    ],
    [
      'that ends before it begins',
      { ...good, endsAt: good.startsAt },
      0,
      ['$.maintenance[0].endsAt'],
    ],
    [
      'at a time without an offset',
      { ...good, startsAt: '2026-12-01T02:00:00' },
      0,
      ['$.maintenance[0].startsAt'],
    ],
    [
      'in a month that does not exist',
      { ...good, startsAt: '2026-13-01T02:00:00Z' },
      0,
      ['$.maintenance[0].startsAt'],
    ],
    ['with a wrong pattern', { ...cron, cron: '61 * * * *' }, 0, ['$.maintenance[0].cron']],
    ['with seconds', { ...cron, cron: '0 0 3 * * *' }, 0, ['$.maintenance[0].cron']],
    ['in a made-up zone', { ...cron, timeZone: 'Mars/Base' }, 0, ['$.maintenance[0].timeZone']],
    ['that lasts a month', { ...cron, durationMin: 43_200 }, 0, ['$.maintenance[0].durationMin']],
    ['that is nothing at all', null, 0, ['$.maintenance[0]']],
  ])('%s', (_what, entry, kept, paths) => {
    expect(parse(entry)).toEqual({ kept, paths });
  });
});
