import { describe, expect, test } from 'vitest';
import { readCoopBackups } from '../../../shared/backups/format.ts';
import { problemSentence } from '../../../shared/wording/backups.ts';
import { createTranslate } from '../../translate.ts';

const nowUtcMs = Date.parse('2026-11-24T14:00:00Z');
const whole = {
  id: 'pads',
  name: 'Pads',
  schedule: { cron: '0 2 * * *', timeZone: 'America/Toronto' },
  lastAttempt: { at: '2026-11-24T02:10:00-05:00', ok: true },
  lastSuccess: '2026-11-24T07:10:00Z',
  nextExpected: '2026-11-25T07:00:00Z',
  sizeBytes: 5_000_000,
  retention: { wantedDays: 90, heldDays: 88 },
  days: [
    { day: '2026-11-24', ok: true, sizeBytes: 5_000_000 },
    { day: '2026-11-23', ok: false, error: 'disk full\nsecond line' },
  ],
  check: { at: '2026-11-20T07:10:00Z', ok: true },
  drill: { at: '2026-11-01T07:10:00Z', ok: true, by: 'Ana', asserted: '12 rows', durationS: 90 },
  standby: { restoredFrom: '2026-11-24T07:10:00Z', reachable: true, maxAgeS: 90_000 },
  tool: 'borg',
};
const file = (targets: readonly unknown[], frame: object = {}) =>
  JSON.stringify({
    format: 'coop-backups/1',
    written: '2026-11-24T13:00:00Z',
    targets,
    ...frame,
  });
const read = (text: string) => readCoopBackups(text, nowUtcMs);

test('a whole target becomes a reading', () => {
  expect(read(file([whole]))).toEqual({
    ok: true,
    problems: [],
    targets: [
      {
        id: 'pads',
        name: 'Pads',
        schedule: { cron: '0 2 * * *', timeZone: 'America/Toronto', graceS: 3600 },
        lastAttempt: { atUtcMs: Date.UTC(2026, 10, 24, 7, 10), ok: true },
        lastSuccessUtcMs: Date.UTC(2026, 10, 24, 7, 10),
        nextExpectedUtcMs: Date.UTC(2026, 10, 25, 7),
        sizeBytes: 5_000_000,
        retention: { wantedDays: 90, heldDays: 88 },
        days: [
          { day: '2026-11-23', ok: false, error: 'disk full second line' },
          { day: '2026-11-24', ok: true, sizeBytes: 5_000_000 },
        ],
        check: { atUtcMs: Date.UTC(2026, 10, 20, 7, 10), ok: true },
        drill: {
          atUtcMs: Date.UTC(2026, 10, 1, 7, 10),
          ok: true,
          by: 'Ana',
          asserted: '12 rows',
          durationS: 90,
        },
        standby: {
          restoredFromUtcMs: Date.UTC(2026, 10, 24, 7, 10),
          reachable: true,
          maxAgeS: 90_000,
        },
        tool: 'borg',
      },
    ],
  });
});

test('a name alone will do, and what this version does not know is passed by', () => {
  const text = file([{ id: 'pads', lastSuccess: '2026-11-24T07:10:00.5+00:00', later: 1 }]);
  expect(read(text)).toEqual({
    ok: true,
    problems: [],
    targets: [
      { id: 'pads', name: 'pads', lastSuccessUtcMs: Date.UTC(2026, 10, 24, 7, 10, 0, 500) },
    ],
  });
});

const sentence = (text: string) => {
  const got = read(text);
  return got.ok ? got : problemSentence(createTranslate('en'), got.problem);
};

describe('what is no such file', () => {
  test.each([
    ['nothing', '', 'Its answer is empty.'],
    ['blanks', ' \n', 'Its answer is empty.'],
    ['a page', '<!doctype html><p>Sign in', 'It answers with a web page instead of data.'],
    ['half a file', file([whole]).slice(0, 100), 'It answers, but not with JSON data.'],
    ['a list', '[]', 'Expected at $.format: must be there'],
    ['no format', '{"targets":[]}', 'Expected at $.format: must be there'],
    [
      'another version',
      file([whole], { format: 'coop-backups/2' }),
      'It needs a newer Coop Tray: at $.format, this one knows coop-backups/1.',
    ],
    [
      'another format',
      file([whole], { format: 'backup-status/1' }),
      'Expected at $.format: "coop-backups/1"',
    ],
    ['no targets', file([]), 'It lists no backups.'],
    [
      'targets of another shape',
      file([], { targets: { pads: whole } }),
      'Expected at $.targets: Array',
    ],
    [
      'too many targets',
      file(Array.from({ length: 201 }, (_, at) => ({ id: `t${at}` }))),
      'Expected at $.targets: must be at most 200 targets',
    ],
    [
      'more than a mebibyte',
      `${file([whole])}${' '.repeat(2 ** 20)}`,
      'Its answer is larger than 1 MiB.',
    ],
    [
      'a file of tomorrow',
      file([whole], { written: '2026-11-25T13:00:00Z' }),
      'The date at $.written is in the future. A clock is probably wrong.',
    ],
    [
      'a time without an offset',
      file([whole], { written: '2026-11-24T13:00:00' }),
      'Expected at $.written: must be a time with its offset, such as 2026-11-24T02:10:00Z or 2026-11-23T21:10:00-05:00',
    ],
  ])('%s', (_what, text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});

describe('a wrong target names the place, costs no other, and is still there by its name', () => {
  const instant = 'must be a time that exists, and not before 2000';
  test.each([
    ['sizeBytes', { sizeBytes: -1 }, '.sizeBytes', '>=0'],
    ['a size in words', { sizeBytes: '5 GB' }, '.sizeBytes', 'number'],
    ['retention', { retention: { heldDays: -88 } }, '.retention.heldDays', '>=0'],
    [
      'zone',
      { schedule: { cron: '0 2 * * *', timeZone: 'America/Hypha' } },
      '.schedule.timeZone',
      'must be an IANA time zone',
    ],
    [
      'cron',
      { schedule: { cron: 'nightly', timeZone: 'UTC' } },
      '.schedule.cron',
      'must be a cron pattern of five parts',
    ],
    [
      'a day that does not exist',
      { days: [{ day: '2026-02-30', ok: true }] },
      '.days[0].day',
      'must be a day that exists, and not before 2000',
    ],
    [
      'a time that does not exist',
      { lastSuccess: '2026-02-30T00:00:00Z' },
      '.lastSuccess',
      instant,
    ],
    ['a zero time', { lastSuccess: '1970-01-01T00:00:00Z' }, '.lastSuccess', instant],
    [
      'a million days',
      { days: Array.from({ length: 10_000 }, () => ({ day: '2026-11-24', ok: true })) },
      '.days',
      'must be at most 400 days',
    ],
    [
      'a check without its end',
      { check: { at: '2026-11-24T00:00:00Z' } },
      '.check.ok',
      'must be there',
    ],
    ['a drill in words', { drill: 'soon' }, '.drill', '("never" | Object)'],
  ])('%s', (_what, part, path, expected) => {
    expect(
      read(
        file([
          { ...whole, ...part },
          { id: 'wiki', name: 'Wiki' },
        ]),
      ),
    ).toEqual({
      ok: true,
      targets: [
        { id: 'pads', name: 'Pads' },
        { id: 'wiki', name: 'Wiki' },
      ],
      problems: [{ code: 'unexpected', path: `$.targets[0]${path}`, expected }],
    });
  });

  test.each([
    ['lastSuccess', { lastSuccess: '2026-11-24T14:06:00Z' }, '.lastSuccess'],
    ['lastAttempt', { lastAttempt: { at: '2027-01-01T00:00:00Z', ok: true } }, '.lastAttempt.at'],
    ['check', { check: { at: '2027-01-01T00:00:00Z', ok: true } }, '.check.at'],
    ['drill', { drill: { at: '2027-01-01T00:00:00Z', ok: true } }, '.drill.at'],
    ['standby', { standby: { restoredFrom: '2027-01-01T00:00:00Z' } }, '.standby.restoredFrom'],
    ['days', { days: [{ day: '2026-11-26', ok: true }] }, '.days[0].day'],
  ])('%s in the future', (_what, part, path) => {
    const got = read(file([{ ...whole, ...part }, { id: 'wiki' }]));
    expect(got).toMatchObject({
      targets: [{ id: 'pads', name: 'Pads' }, { id: 'wiki' }],
      problems: [{ code: 'future', path: `$.targets[0]${path}` }],
    });
  });

  test('a clock that is a little off is no lie', () => {
    const got = read(
      file([{ id: 'pads', lastSuccess: '2026-11-24T14:05:00Z' }], {
        written: '2026-11-24T14:05:00Z',
      }),
    );
    expect(got).toMatchObject({ ok: true, problems: [] });
  });

  test('without a name it is only a problem, and with none that can be read the file is none', () => {
    const problem = { code: 'unexpected', path: '$.targets[0].id', expected: 'must be there' };
    const nameless = { name: 'Pads' };
    expect(read(file([nameless, { id: 'wiki' }]))).toEqual({
      ok: true,
      targets: [{ id: 'wiki', name: 'wiki' }],
      problems: [problem],
    });
    expect(read(file([nameless]))).toEqual({ ok: false, problem });
  });

  test('a second one of the same id is left out', () => {
    expect(read(file([whole, { ...whole, name: 'Other' }]))).toMatchObject({
      targets: [{ name: 'Pads' }],
      problems: [{ path: '$.targets[1].id', expected: 'an id other than “pads”' }],
    });
  });
});
