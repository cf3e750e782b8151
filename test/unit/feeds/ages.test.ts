/** When a page's values were measured: never the moment at which the page was read. */
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../shared/feeds/parse.ts';
import type { FeedType } from '../../../shared/feeds/types.ts';
import { feedTypes } from '../../../shared/feeds/types.ts';
import { historyPath, withHistory } from '../../../shared/feeds/upptime.ts';
import { feedTexts, fixtureNowUtcMs } from '../../fixtures/feeds/read.ts';

const now = fixtureNowUtcMs;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const iso = (ago: number) => new Date(now - ago).toISOString();

function readAt(type: FeedType, texts: readonly string[], nowUtcMs: number) {
  const parsed = parseFeed(type, texts, nowUtcMs);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return parsed.reading;
}
const read = (type: FeedType, ...jsons: unknown[]) =>
  readAt(
    type,
    jsons.map((one) => JSON.stringify(one)),
    now,
  );

test.each(feedTypes)('%s tells the same time whenever it is read', (type) => {
  const times = (laterMs: number) => {
    const { components, asOfUtcMs } = readAt(type, feedTexts(type), now + laterMs);
    return [asOfUtcMs, ...components.map((one) => one.asOfUtcMs)];
  };
  expect(times(2 * minute)).toEqual(times(0));
});

test.each(feedTypes)(
  'of a copy of %s made two years ago nothing that was measured is up',
  (type) => {
    const { components, unlisted } = readAt(type, feedTexts(type), now + 730 * day);
    const measured = components.filter((one) => one.asOfUtcMs !== undefined);
    expect(measured.filter((one) => one.verdict === 'up')).toEqual([]);
    expect(unlisted).toBe('unknown');
  },
);

test.each<FeedType>(['statuspage', 'cachet', 'better-stack'])('%s does not say when', (type) => {
  const { components } = readAt(type, feedTexts(type), now);
  expect(new Set(components.map((one) => one.asOfUtcMs))).toEqual(new Set([undefined]));
});

test.each<[string, FeedType, unknown[]]>([
  [
    'Gatus',
    'gatus',
    [
      [
        {
          name: 'x',
          results: [22, 15].map((days) => ({ success: true, timestamp: iso(days * day) })),
        },
      ],
    ],
  ],
  [
    'Uptime Kuma',
    'uptime-kuma',
    [
      { publicGroupList: [{ monitorList: [{ id: 1, name: 'x' }] }] },
      {
        heartbeatList: {
          1: [19 * day + minute, 19 * day, 12 * day].map((ago) => ({
            status: 1,
            ping: 3,
            time: iso(ago).replace('T', ' ').replace('Z', ''),
          })),
        },
      },
    ],
  ],
  [
    'Uptime Kuma with days in its bar',
    'uptime-kuma',
    [
      { publicGroupList: [{ monitorList: [{ id: 1, name: 'x' }] }] },
      { heartbeatList: { 1: [{ status: 1, ping: null, time: iso(hour) }] } },
    ],
  ],
])('a monitor of %s that has stopped says so', (_what, type, jsons) => {
  const [component] = read(type, ...jsons).components;
  expect(component).toMatchObject({ verdict: 'unknown', asleep: true });
  expect(component?.asOfUtcMs).toBeLessThan(now - 10 * minute);
});

describe('each component has its own time', () => {
  test('the newest measurement of another makes none newer', () => {
    const results = (...agoMs: number[]) =>
      agoMs.map((ago) => ({ success: true, timestamp: iso(ago) }));
    const { components } = read('gatus', [
      { name: 'slow', results: results(3 * hour, 2 * hour, hour) },
      { name: 'quick', results: results(2 * minute, minute, 0) },
    ]);
    expect(components.map((one) => one.asOfUtcMs)).toEqual([now - hour, now]);
  });
});

describe('cState is as of its build', () => {
  const built = (more: object, status = 'ok') =>
    read('cstate', { systems: [{ name: 'x', status }], ...more }).components[0];
  const on = (buildDate: unknown, buildTime: unknown, buildTimezone: unknown) => ({
    buildDate,
    buildTime,
    buildTimezone,
  });

  test.each<[object, string | undefined]>([
    [on('2026-11-20', '09:30', 'UTC'), '2026-11-20T09:30:00.000Z'],
    [on('2026-11-20', '09:30', 'GMT'), '2026-11-20T09:30:00.000Z'],
    [on('2026-11-20', '09:30', 'CET'), '2026-11-20T08:30:00.000Z'],
    [on('2026-11-20', '09:30', '+03'), '2026-11-20T06:30:00.000Z'],
    [on('2026-11-20', '09:30', '-0330'), '2026-11-20T13:00:00.000Z'],
    // An unknown zone abbreviation.
    [on('2026-11-20', '09:30', 'XST'), undefined],
    [on('2026-11-20', null, 'UTC'), undefined],
    [on('soon', '09:30', 'UTC'), undefined],
    [on('2036-11-20', '09:30', 'UTC'), undefined],
    [{}, undefined],
  ])('%j', (more, expected) => {
    const component = built(more);
    expect([component?.verdict, component?.asleep]).toEqual(['up', undefined]);
    const at = component?.asOfUtcMs;
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
  });

  test.each([
    [on('2025-03-20', '09:30', 'UTC'), 'ok'],
    [on('2025-03-20', '09:30', 'XST'), 'ok'],
    [on('2026-08-20', '09:30', 'UTC'), 'down'],
  ])('built long ago it says nothing of now: %j', (more, status) => {
    expect(built(more, status)).toMatchObject({ verdict: 'unknown', asleep: true });
  });
});

describe('Alertmanager', () => {
  const alert = (alertname: string, more: object = {}) => ({
    labels: { alertname, severity: 'critical', service: alertname },
    status: { state: 'active' },
    endsAt: new Date(now + 5 * minute).toISOString(),
    ...more,
  });

  test('is as of the last bark of its watchdog', () => {
    const reading = read('alertmanager', [
      alert('Watchdog', { updatedAt: iso(90_000) }),
      alert('DeadMansSwitch', { updatedAt: iso(2 * day) }),
      alert('Disk', { updatedAt: iso(30_000) }),
    ]);
    expect([reading.unlisted, reading.asOfUtcMs]).toEqual(['up', now - 90_000]);
    expect(reading.components[0]?.asOfUtcMs).toBe(now - 30_000);
  });

  test.each([
    ['has not barked for a day', { updatedAt: iso(day), endsAt: undefined }],
    ['is to be believed for years', { updatedAt: iso(2 * hour), endsAt: '2028-01-01T00:00:00Z' }],
    ['has ended', { updatedAt: iso(minute), endsAt: iso(1000) }],
  ])('with a watchdog that %s knows nothing', (_what, more) => {
    expect(read('alertmanager', [alert('Watchdog', more)]).unlisted).toBe('unknown');
  });
});

describe('Better Stack', () => {
  const resource = (more: object) =>
    read('better-stack', {
      included: [
        {
          id: 1,
          type: 'status_page_resource',
          attributes: { public_name: 'x', status: 'operational', ...more },
        },
      ],
    }).components[0]?.verdict;
  const days = (...names: unknown[]) => ({ status_history: names.map((day) => ({ day })) });

  test.each<[object, string]>([
    [days('2026-11-22', '2026-11-23', '2026-11-24'), 'up'],
    [days('2026-11-24', '2026-11-23'), 'up'],
    // In some zones it is still yesterday.
    [days('2026-11-23'), 'up'],
    [days('2026-11-12', '2026-11-13'), 'unknown'],
    [days(null, 7, 'today'), 'up'],
    [{ status_history: [] }, 'up'],
    [{}, 'up'],
  ])('with %j is %s', (more, verdict) => {
    expect(resource(more)).toBe(verdict);
  });
});

describe('Upptime', () => {
  const site = { key: 'chat', name: 'Chat', verdict: 'up' as const };
  const file = (lastUpdated: string) =>
    `url: https://chat.example\nstatus: up\ncode: 200\nlastUpdated: ${lastUpdated}\nstartTime: ${iso(900 * day)}\n`;

  test.each<[string, string | undefined, string, number | undefined]>([
    ['of last night', file(iso(15 * hour)), 'up', 15 * hour],
    ['of the night before', file(iso(39 * hour)), 'up', 39 * hour],
    ['in quotes, of Windows', file(`'${iso(hour)}'\r`), 'up', hour],
    ['of four days ago', file(iso(4 * day)), 'unknown', 4 * day],
    ['of last year', file(iso(400 * day)), 'unknown', 400 * day],
    ['of tomorrow', file(iso(-day)), 'unknown', undefined],
    ['without a time', 'status: up\n', 'unknown', undefined],
    ['that is a page', '<!doctype html>', 'unknown', undefined],
    ['that is not there', undefined, 'unknown', undefined],
  ])('with a file %s', (_what, text, verdict, ago) => {
    const read = withHistory(site, text, now);
    expect([read.verdict, read.asOfUtcMs]).toEqual([verdict, ago === undefined ? ago : now - ago]);
  });

  test('down stays no less doubtful than up', () => {
    expect(withHistory({ ...site, verdict: 'down' }, file(iso(9 * day)), now)).toMatchObject({
      verdict: 'unknown',
      asleep: true,
    });
  });

  test.each([
    ['chat', '/history/chat.yml'],
    ['chat-2_b', '/history/chat-2_b.yml'],
    ['../secret', undefined],
    ['a/b', undefined],
    ['a?b', undefined],
    ['Our chat', undefined],
    ['.hidden', undefined],
    ['%2e%2e', undefined],
    ['', undefined],
  ])('the file of %j is %s', (key, path) => {
    expect(historyPath({ key })).toBe(path);
  });
});
