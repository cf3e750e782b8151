import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { FeedType } from '../../../shared/feeds/types.ts';
import { parseFeed } from '../../../shared/feeds/parse.ts';
import { feedTypes } from '../../../shared/feeds/types.ts';
import type { FeedReading } from '../../../shared/feeds/reading.ts';
import { FeedReadingSchema } from '../../../shared/feeds/reading.ts';
import { feedTexts, fixtureNowUtcMs } from '../../fixtures/feeds/read.ts';

function read(type: FeedType, texts = feedTexts(type), nowUtcMs = fixtureNowUtcMs): FeedReading {
  const parsed = parseFeed(type, texts, nowUtcMs);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  return parsed.reading;
}

const at = (hour: number, minute: number, second = 0, ms = 0) =>
  Date.UTC(2026, 10, 24, hour, minute, second, ms);

test.each(feedTypes)('a reading of %s satisfies the schema', (type) => {
  expect(v.safeParse(FeedReadingSchema, read(type)).issues).toBeUndefined();
});

describe('what each format says of its components', () => {
  test.each<[FeedType, Record<string, string>]>([
    [
      'uptime-kuma',
      {
        Calls: 'down',
        // The newest beat is pending, so the one before it counts.
        Chat: 'up',
        // Its last beat is a day old: the monitor is paused.
        Pads: 'unknown',
        Files: 'maintenance',
        // An unknown status, and no beat at all.
        Forum: 'unknown',
        Wiki: 'unknown',
      },
    ],
    [
      'gatus',
      {
        chat: 'up',
        calls: 'down',
        pads: 'unknown',
        wiki: 'unknown',
        backups: 'unknown',
        new: 'unknown',
      },
    ],
    [
      'statuspage',
      {
        Compute: 'degraded',
        'Virtual machines': 'down',
        Storage: 'up',
        Mail: 'degraded',
        Backups: 'maintenance',
        Console: 'unknown',
      },
    ],
    ['cstate', { Chat: 'up', Calls: 'down', Pads: 'degraded', Forum: 'up', Wiki: 'unknown' }],
    ['upptime', { Website: 'up', Chat: 'down', Pads: 'degraded', Forum: 'unknown' }],
    [
      'better-stack',
      {
        Chat: 'up',
        Calls: 'down',
        Pads: 'degraded',
        Files: 'maintenance',
        'Support desk': 'unknown',
      },
    ],
    [
      'cachet',
      { Website: 'up', Chat: 'degraded', Pads: 'degraded', Calls: 'down', Forum: 'unknown' },
    ],
    [
      'alertmanager',
      {
        chat: 'down',
        'chat-1:9090': 'down',
        files: 'degraded',
        pads: 'maintenance',
        forum: 'unknown',
      },
    ],
  ])('%s', (type, verdicts) => {
    const seen = read(type).components.map(({ name, verdict }) => [name, verdict]);
    expect(Object.fromEntries(seen)).toEqual(verdicts);
  });
});

describe('Uptime Kuma', () => {
  test('tells since when, where its beats show it, and how fresh it is', () => {
    const reading = read('uptime-kuma');
    expect(reading.components[0]).toEqual({
      key: '11',
      name: 'Calls',
      group: 'Talking',
      verdict: 'down',
      sinceUtcMs: at(13, 58, 30, 120),
      asOfUtcMs: at(13, 59, 30, 240),
    });
    expect(reading.components[1]?.sinceUtcMs).toBeUndefined();
  });

  test('of version 2 has a list of incidents, of which some are over', () => {
    expect(read('uptime-kuma').incidents).toEqual([
      {
        id: '4',
        title: 'Calls drop after ten minutes',
        text: 'We have asked the hoster. More at noon.',
        state: 'unknown',
        impact: 'minor',
        startedAtUtcMs: at(13, 20),
        updatedAtUtcMs: at(13, 45, 10),
        affects: [],
      },
    ]);
  });

  test('of version 1 has one incident, or null', () => {
    const texts = feedTexts('uptime-kuma', ['page-1.json', 'heartbeat.json']);
    expect(read('uptime-kuma', texts).incidents.map((one) => one.title)).toEqual([
      'We move at the weekend',
    ]);
    const [page = '', beats = ''] = texts;
    const none = JSON.stringify({ ...JSON.parse(page), incident: null });
    expect(read('uptime-kuma', [none, beats]).incidents).toEqual([]);
  });

  test('that shows days in its bar is up after hours without a failure, else unknown', () => {
    const [page = ''] = feedTexts('uptime-kuma', ['page-1.json']);
    const hour = (status: number, time: string) => ({ status, time, msg: '', ping: null });
    const verdictOf = (...bar: unknown[]) => {
      const beats = JSON.stringify({ heartbeatList: { 11: bar } });
      return read('uptime-kuma', [page, beats]).components[0]?.verdict;
    };
    const before = hour(0, '2026-11-24T12:18:00.000Z');
    expect(verdictOf(0, 0, before, hour(1, '2026-11-24T13:59:30.000Z'))).toBe('up');
    expect(verdictOf(before, hour(0, '2026-11-24T13:59:30.000Z'))).toBe('unknown');
    expect(verdictOf(hour(1, '2026-11-24T12:18:00.000Z'), 0)).toBe('unknown');
    expect(verdictOf(before, hour(1, '2026-11-24T13:29:30.000Z'))).toBe('unknown');
  });

  test('plans maintenance in a time zone of its own', () => {
    const plans = read('uptime-kuma').maintenance.map((one) => [
      one.title,
      one.active,
      one.startsUtcMs,
      one.endsUtcMs,
    ]);
    expect(plans).toEqual([
      ['New disks', true, at(13, 30), at(15, 30)],
      ['Sunday updates', false, Date.UTC(2026, 10, 29, 8), Date.UTC(2026, 10, 29, 9)],
    ]);
  });
});

test('Gatus tells since when, through any offset', () => {
  const calls = read('gatus').components.find((one) => one.name === 'calls');
  expect(calls).toMatchObject({ key: 'talking_calls', sinceUtcMs: at(13, 58, 30, 500) });
});

test('Statuspage explains: the open incident with its latest word, and maintenance that affects', () => {
  const reading = read('statuspage');
  expect(reading.incidents).toEqual([
    {
      id: 'i1',
      title: 'Machines in the east hall are unreachable',
      text: 'A power supply has failed and is being <b>replaced</b>.',
      state: 'identified',
      impact: 'major',
      startedAtUtcMs: at(13, 25),
      updatedAtUtcMs: at(13, 50),
      affects: ['c1'],
    },
  ]);
  expect(reading.maintenance.map((one) => [one.id, one.active, one.affects])).toEqual([
    ['m1', true, ['c4']],
    ['m2', false, ['c1', 'c2']],
  ]);
  expect(reading.components[1]?.group).toBe('Compute');
});

test('cState tells an issue once, whatever systems it is listed under', () => {
  const { incidents } = read('cstate');
  expect(incidents.map((one) => [one.title, one.startedAtUtcMs, one.affects])).toEqual([
    ['No calls since noon', at(13, 10), ['Calls', 'Pads']],
    ['We move at the weekend', Date.UTC(2026, 10, 22, 10), []],
  ]);
});

test('Better Stack joins sections, reports and their updates', () => {
  const reading = read('better-stack');
  expect(reading.components[0]?.group).toBe('Talking');
  expect(reading.incidents).toEqual([
    {
      id: '71',
      title: 'Calls are away',
      text: 'The bridge is being restarted.',
      state: 'unknown',
      impact: 'major',
      startedAtUtcMs: at(13, 10),
      affects: ['22'],
    },
  ]);
  expect(reading.maintenance).toMatchObject([{ id: '72', active: true, affects: ['24'] }]);
});

describe('Alertmanager', () => {
  test('names what an alert is about by label and value', () => {
    const reading = read('alertmanager');
    expect(reading.components.map((one) => one.key).slice(0, 2)).toEqual([
      'service=chat',
      'instance=chat-1:9090',
    ]);
    expect(reading.incidents.map((one) => one.title)).toEqual([
      'Chat answers with errors',
      'DiskFilling',
      'Down',
      'Odd',
    ]);
  });

  test('means by silence that all is well only while its watchdog fires', () => {
    expect(read('alertmanager').unlisted).toBe('up');
    expect(read('alertmanager', ['[]']).unlisted).toBe('unknown');
  });
});
