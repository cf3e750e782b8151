import { describe, expect, test } from 'vitest';
import type { BackupNews, NewsMemory } from '../../../shared/backups/notices.ts';
import { isNight, newsOf, newsStanding, rememberNews } from '../../../shared/backups/notices.ts';
import type { FindingCode, TargetView } from '../../../shared/backups/view.ts';

const timeZone = 'America/Toronto';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** 10:00 in Toronto. */
const morningUtcMs = Date.UTC(2026, 10, 24, 15);

function target(name: string, ...codes: readonly FindingCode[]): TargetView {
  return {
    id: `s/${name}`,
    name,
    sourceId: 's',
    sourceName: 'Source',
    state: codes.length > 0 ? 'bad' : 'good',
    findings: codes.map((code) => ({ code, state: 'bad' as const, params: {} })),
    days: [],
  };
}

/** Notifications in order, as `topic name` for each poll. */
function story(looks: readonly (readonly [hours: number, ...targets: TargetView[]])[]) {
  let told: NewsMemory = {};
  return looks.map(([hours, ...targets]) => {
    const now = { atUtcMs: morningUtcMs + hours * hourMs, timeZone };
    const news: readonly BackupNews[] = newsOf(targets, told, now);
    told = rememberNews(told, targets, news, now);
    return news.map(({ topic, name }) => `${topic} ${name}`).join(', ');
  });
}

const failed = target('files', 'failed');
const well = target('files');

test.each<[string, Parameters<typeof story>[0], string[]]>([
  ['what is well', [[0, well]], ['']],
  [
    'a failure, once',
    [
      [0, failed],
      [1, failed],
      [5, failed],
    ],
    ['failed files', '', ''],
  ],
  [
    'not again the next day',
    [
      [0, failed],
      [24, failed],
      [48, failed],
    ],
    ['failed files', '', ''],
  ],
  [
    'again after a week',
    [
      [0, failed],
      [7 * 24, failed],
    ],
    ['failed files', 'failed files'],
  ],
  [
    'nothing else on the same day',
    [
      [0, failed],
      [3, target('files', 'failed', 'drill-old')],
    ],
    ['failed files', ''],
  ],
  [
    'something else the day after',
    [
      [0, failed],
      [24, target('files', 'failed', 'drill-old')],
    ],
    ['failed files', 'failed files'],
  ],
  [
    'what comes back on another day is news',
    [
      [0, failed],
      [2, well],
      [24, failed],
    ],
    ['failed files', '', 'failed files'],
  ],
  [
    '… and not on the same',
    [
      [0, failed],
      [2, well],
      [4, failed],
    ],
    ['failed files', '', ''],
  ],
  [
    'the day turns at midnight there',
    [
      [0, failed],
      [13.9, well],
      [14.1, failed],
    ],
    ['failed files', '', 'failed files'],
  ],
  [
    'several at once, the most urgent first',
    [[0, target('a', 'drill-never'), target('b', 'late'), target('c', 'standby-stale'), failed]],
    ['failed files, late b, standby c, drill a'],
  ],
  [
    'what waits on the page',
    [[0, target('a', 'missing-days', 'retention-short', 'shrunk', 'check-old', 'nothing-known')]],
    [''],
  ],
  [
    'a clock set back by a month',
    [
      [0, failed],
      [-30 * 24, failed],
    ],
    ['failed files', 'failed files'],
  ],
])('%s', (_what, looks, told) => {
  expect(story(looks)).toEqual(told);
});

test.each([
  [7, 59, true],
  [8, 0, false],
  [20, 59, false],
  [21, 0, true],
  [3, 0, true],
])('%i:%i is night: %s', (hour, minute, night) => {
  const midnight = morningUtcMs - 10 * hourMs;
  expect(isNight(midnight + hour * hourMs + minute * 60_000, timeZone)).toBe(night);
});

test('a source that names other targets at each look fills no disk', () => {
  let told: NewsMemory = {};
  for (let round = 0; round < 5; round += 1) {
    const now = { atUtcMs: morningUtcMs + round * dayMs, timeZone };
    const targets = Array.from({ length: 1000 }, (_, at) => target(`${round}-${at}`, 'failed'));
    told = rememberNews(told, targets, newsOf(targets, told, now), now);
  }
  expect(Object.keys(told)).toHaveLength(2000);
  expect(Object.keys(told).some((id) => id.startsWith('s/4-'))).toBe(true);
});

describe('a notification leaves', () => {
  const now = { atUtcMs: morningUtcMs, timeZone };
  const isOver = (
    before: readonly TargetView[],
    targets: readonly TargetView[],
    silentSources: readonly string[] = [],
  ) =>
    newsStanding(newsOf(before, {}, now), () => ({
      targets,
      silentSources: new Set(silentSources),
    })).isOver();

  test.each<[string, boolean, ...FindingCode[]]>([
    ['once the backup succeeds', true],
    ['though other trouble is left', true, 'drill-old'],
    ['not while it fails', false, 'failed'],
    ['not while its check fails, which is told alike', false, 'check-failed'],
    ['not while it is not known', false, 'stale-reading'],
    ['not by a date in the future', false, 'future'],
  ])('%s', (_what, expected, ...codes) => {
    expect(isOver([failed], [target('files', ...codes)])).toBe(expected);
  });

  test('not while its source does not answer, and with it when the document drops it', () => {
    expect(isOver([failed], [], ['s'])).toBe(false);
    expect(isOver([failed], [])).toBe(true);
  });

  test('not before all that it names is well', () => {
    const both = [failed, target('pads', 'late')];
    expect(isOver(both, [well, target('pads', 'late')])).toBe(false);
    expect(isOver(both, [well, target('pads')])).toBe(true);
  });
});
