import { describe, expect, test } from 'vitest';
import type { FeedType } from '../../../shared/feeds/types.ts';
import { parseFeed } from '../../../shared/feeds/parse.ts';
import { feedTypes } from '../../../shared/feeds/types.ts';
import { feedTexts, fixtureNowUtcMs as now } from '../../fixtures/feeds/read.ts';
import { processorMs } from '../../processor-time.ts';

const fault = (type: FeedType, ...texts: string[]) => {
  const parsed = parseFeed(type, texts, now);
  return parsed.ok ? undefined : [parsed.fault.code, parsed.fault.params];
};
const reading = (type: FeedType, ...jsons: unknown[]) => {
  const parsed = parseFeed(
    type,
    jsons.map((one) => JSON.stringify(one)),
    now,
  );
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return parsed.reading;
};
const page = (more: object) => ({ components: [], ...more });

describe.each(feedTypes)('%s', (type) => {
  const rest = feedTexts(type).slice(1);

  test('says what came instead of data', () => {
    expect(fault(type, ' \n<!doctype html><title>Sign in</title>', ...rest)).toEqual([
      'html-instead',
      {},
    ]);
    expect(fault(type, 'Service Unavailable', ...rest)).toEqual(['not-json', {}]);
    expect(fault(type, '', ...rest)).toEqual(['not-json', {}]);
  });

  test.each(['null', '7', '"text"', '{}', '[[],7,null]'])('bears %s', (text) => {
    const parsed = parseFeed(type, [text, ...rest], now);
    if (parsed.ok) expect(parsed.reading.components).toEqual([]);
    else expect(parsed.fault.code).toBe('wrong-shape');
  });

  test('bears a text that is too long, too deep or of far too many entries', () => {
    expect(fault(type, `[${'1,'.repeat(2 ** 20)}1]`, ...rest)?.[0]).toBe('too-large');
    const startMs = processorMs();
    fault(type, '['.repeat(500_000), ...rest);
    fault(type, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, ...rest);
    fault(type, `[${'{},'.repeat(300_000)}{}]`, ...rest);
    // A hang would take minutes; a busy machine takes a second or two.
    expect(processorMs() - startMs).toBeLessThan(10_000);
  });
});

test('a wrong shape names its place', () => {
  expect(fault('statuspage', '{"components":7}')).toEqual([
    'wrong-shape',
    { path: '$.components', expected: 'an array' },
  ]);
  expect(fault('uptime-kuma', '{"publicGroupList":[]}', '{}')).toEqual([
    'wrong-shape',
    { path: '$.heartbeatList', expected: 'an object' },
  ]);
});

test('too many entries are refused rather than cut, because a part would pass for all', () => {
  const rows = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, id) => ({ name: `s${id}`, status: 'up' })));
  expect(fault('upptime', rows(2000))).toBeUndefined();
  expect(fault('upptime', rows(2001))).toEqual([
    'too-many',
    { path: '$ components', count: 2001, limit: 2000 },
  ]);
  expect(fault('upptime', `[${'{},'.repeat(20_000)}{}]`)).toEqual([
    'too-many',
    { path: '$', count: 20_001, limit: 10_000 },
  ]);
});

test('of very many incidents the newest are kept', () => {
  const incidents = Array.from({ length: 1000 }, (_, id) => ({
    id,
    name: `i${id}`,
    created_at: new Date(now - id * 60_000).toISOString(),
  }));
  const kept = reading('statuspage', page({ incidents: incidents.toReversed() })).incidents;
  expect([kept.length, kept[0]?.title, kept.at(-1)?.title]).toEqual([200, 'i0', 'i199']);
});

describe('a feed that lies', () => {
  const plan = (from: string, until: string, status = 'in_progress') =>
    reading(
      'statuspage',
      page({
        scheduled_maintenances: [
          { id: 1, name: 'x', status, scheduled_for: from, scheduled_until: until },
        ],
      }),
    ).maintenance;

  test.each([
    ['ends before it begins', plan('2026-11-24T13:00:00Z', '2026-11-24T12:00:00Z'), []],
    [
      'is under way before it begins',
      plan('2026-11-25T13:00:00Z', '2026-11-25T14:00:00Z'),
      [false],
    ],
    ['is under way after its end', plan('2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z'), [false]],
    ['has begun', plan('2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z'), [true]],
    ['has times that are none', plan('2026-02-30T13:00:00Z', 'soon'), [true]],
  ])('maintenance that %s', (_what, maintenance, active) => {
    expect(maintenance.map((one) => one.active)).toEqual(active);
  });

  test('times in the future are left out, not what they are said of', () => {
    const { incidents } = reading(
      'statuspage',
      page({ incidents: [{ id: 1, name: 'x', started_at: '2036-01-01T00:00:00Z' }] }),
    );
    expect(incidents).toMatchObject([{ title: 'x' }]);
    expect(incidents[0]?.startedAtUtcMs).toBeUndefined();
  });

  test('a result of tomorrow does not make a service green', () => {
    const results = [{ success: true, timestamp: '2026-11-25T14:00:00Z' }];
    expect(reading('gatus', [{ name: 'x', results }]).components[0]?.verdict).toBe('unknown');
  });

  test('an alert that ended before it began still stands', () => {
    const { components } = reading('alertmanager', [
      {
        labels: { service: 'x', severity: 'critical' },
        status: { state: 'active' },
        startsAt: '2026-11-24T13:00:00Z',
        endsAt: '2026-11-24T12:00:00Z',
      },
    ]);
    expect(components[0]?.verdict).toBe('down');
  });

  test('two words for one component are the worse of the two', () => {
    const twice = ['up', 'down', 'up'].map((status) => ({ name: 'x', slug: 'x', status }));
    expect(reading('upptime', twice).components).toMatchObject([{ verdict: 'down' }]);
  });
});

describe('text of others', () => {
  const title = (name: unknown) =>
    reading('statuspage', page({ incidents: [{ id: 1, name }] })).incidents[0]?.title;

  test.each([
    ['loses what turns a line around', 'safe\u202Eexe.\u0007cod', 'safe exe. cod'],
    ['becomes one line', ' a\n\n\tb ', 'a b'],
    ['stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['is nothing when it is none', { toString: 'x' }, undefined],
    ['is nothing when it is empty', ' \u0000 ', undefined],
  ])('%s', (_what, given, expected) => {
    expect(title(given)).toBe(expected);
  });

  test('is cut, never through a character', () => {
    expect(title('x'.repeat(500_000))).toHaveLength(200);
    expect(title(`${'x'.repeat(198)}😀😀`)).toBe(`${'x'.repeat(198)}…`);
  });

  test('may be called like anything JavaScript knows', () => {
    const beats = '{"heartbeatList":{"__proto__":[{"status":1,"time":"2026-11-24 13:59:00"}]}}';
    const monitors = ['__proto__', 'constructor', 'toString'].map((id) => ({ id, name: id }));
    const texts = [JSON.stringify({ publicGroupList: [{ monitorList: monitors }] }), beats];
    const parsed = parseFeed('uptime-kuma', texts, now);
    expect(parsed.ok && parsed.reading.components.map((one) => one.verdict)).toEqual([
      'up',
      'unknown',
      'unknown',
    ]);
    const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const sites = words.map((status) => ({ name: status, status }));
    expect(new Set(reading('upptime', sites).components.map((one) => one.verdict))).toEqual(
      new Set(['unknown']),
    );
  });
});
