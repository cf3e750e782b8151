/** What the flips of a check tell about the past, and what they leave open. */
import { describe, expect, test } from 'vitest';
import { flipKeys } from '../../../shared/backups/readers/healthchecks.ts';
import type { Answers } from './answers.ts';
import { daysIn, readAnswers, seenIn, sourceOf, viewsOf } from './answers.ts';

const key = 'a6c7b0a8a66bed0df66abfdab3c77736861703ee';
/** At 03:00 in Toronto, with a grace time of an hour. */
const check = (more: object = {}) => ({
  name: 'Files',
  unique_key: key,
  status: 'up',
  n_pings: 412,
  grace: 3600,
  schedule: '0 3 * * *',
  tz: 'America/Toronto',
  last_ping: '2026-11-24T08:04:11+00:00',
  next_ping: '2026-11-25T08:00:00+00:00',
  ...more,
});
const down = { status: 'down', next_ping: null };
const flip = (time: string, up: number) => ({ timestamp: `2026-${time}:00+00:00`, up });
const answers = (flips: unknown, more: object = {}): Answers => ({
  list: { checks: [check(more)] },
  besides: { [key]: JSON.stringify(flips) },
});
const days = ['11-21', '11-22', '11-23', '11-24'].map((day) => `2026-${day}`);

type Row = readonly [string, unknown, object, string, readonly string[]];
test.each<Row>([
  ['none, and it is up', { flips: [] }, {}, 'good', ['ok', 'ok', 'ok', 'ok']],
  [
    'it flapped in the night and is up now',
    { flips: [flip('11-24T08:20', 1), flip('11-24T08:05', 0), flip('09-01T08:00', 1)] },
    {},
    'good',
    ['ok', 'ok', 'ok', 'ok'],
  ],
  [
    'a bare list, as the documentation shows it, in whatever order',
    [flip('09-01T08:00', 1), flip('11-24T08:05', 0), flip('11-24T08:20', 1)],
    {},
    'good',
    ['ok', 'ok', 'ok', 'ok'],
  ],
  [
    'no ping came in time, and two nights later one did',
    [flip('09-01T08:00', 1), flip('11-22T09:00', 0), flip('11-24T08:03', 1)],
    {},
    'warning missing-days',
    ['ok', 'missing', 'missing', 'ok'],
  ],
  [
    'not up, though not for want of a ping: a failure or a pause',
    [flip('09-01T08:00', 1), flip('11-22T14:00', 0), flip('11-24T08:03', 1)],
    {},
    'good',
    ['ok', 'ok', 'unknown', 'ok'],
  ],
  [
    'down for want of a ping, and then paused',
    [
      flip('09-01T08:00', 1),
      flip('11-22T09:00', 0),
      flip('11-22T15:00', 0),
      flip('11-24T08:03', 1),
    ],
    {},
    'warning missing-days',
    ['ok', 'missing', 'unknown', 'ok'],
  ],
  [
    'no ping came in time, and one did in the afternoon',
    [flip('09-01T08:00', 1), flip('11-22T09:00', 0), flip('11-22T18:00', 1)],
    {},
    'good',
    ['ok', 'ok', 'ok', 'ok'],
  ],
  [
    'before the first of them nothing is known',
    [flip('11-23T08:03', 1)],
    {},
    'good',
    ['unknown', 'unknown', 'ok', 'ok'],
  ],
  [
    'down since yesterday: the last good night is known',
    [flip('09-01T08:00', 1), flip('11-23T09:00', 0)],
    { ...down, last_ping: '2026-11-22T08:04:11+00:00' },
    'bad failed late missing-days',
    ['ok', 'ok', 'failed', 'missing'],
  ],
  [
    'down for weeks, and only failures pinged',
    [flip('09-01T08:00', 1), flip('11-10T08:05', 0)],
    { ...down, last_ping: '2026-11-24T08:05:00+00:00' },
    'bad failed late',
    ['unknown', 'unknown', 'unknown', 'failed'],
  ],
  [
    'none, and it is down',
    [],
    { ...down, last_ping: '2026-11-24T08:05:00+00:00' },
    'bad failed',
    ['unknown', 'unknown', 'unknown', 'failed'],
  ],
  [
    'it is paused: of its past nothing is told either',
    [flip('09-01T08:00', 1), flip('11-24T10:00', 0)],
    { status: 'paused', next_ping: null },
    'unknown nothing-known',
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ],
  [
    'it wants a ping each day, at whatever time',
    [flip('09-01T08:00', 1), flip('11-22T09:00', 0), flip('11-24T08:03', 1)],
    { schedule: undefined, tz: undefined, timeout: 86_400 },
    'good',
    ['unknown', 'unknown', 'unknown', 'ok'],
  ],
  [
    'its pattern is of systemd',
    [flip('09-01T08:00', 1)],
    { schedule: '*-*-* 03:00' },
    'good',
    ['unknown', 'unknown', 'unknown', 'ok'],
  ],
  [
    'what nobody can read among them',
    [flip('09-01T08:00', 1), 7, { timestamp: 'soon', up: 1 }, { timestamp: 0 }],
    {},
    'good',
    ['ok', 'ok', 'ok', 'ok'],
  ],
  ['what is no list', { error: 'no' }, {}, 'good', ['unknown', 'unknown', 'unknown', 'ok']],
])('flips: %s', (_what, flips, more, seen, past) => {
  const given = answers(flips, more);
  expect(seenIn('healthchecks', given)).toEqual([`Files: ${seen}`]);
  expect(daysIn('healthchecks', given, days)).toEqual(past);
});

test('a night in which the clocks are set back is waited for until its second coming', () => {
  const twice = { schedule: '30 1 * * *' };
  const lost = [flip('09-01T08:00', 1), flip('11-01T06:30', 0), flip('11-02T06:35', 1)];
  expect(daysIn('healthchecks', answers(lost, twice), ['2026-11-01', '2026-11-02'])).toEqual([
    'missing',
    'ok',
  ]);
});

test('ninety days are told at most, and today only when its run is past', () => {
  const early = { last_ping: '2026-11-23T23:04:11+00:00', schedule: '0 18 * * *' };
  const [view] = viewsOf('healthchecks', answers([], early));
  expect(view?.days.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 89 }, () => 'ok'),
    'not-due',
  ]);
});

test('what is odd among flips is named with its check', () => {
  expect(readAnswers('healthchecks', answers([7]))).toMatchObject({
    ok: true,
    problems: [{ code: 'unexpected', path: 'Files: $.flips[0]' }],
  });
});

test('a check that was let go on again has not been without a ping for ever', () => {
  const resumed = { status: 'new', last_ping: null, next_ping: null };
  expect(seenIn('healthchecks', answers([], resumed))).toEqual(['Files: unknown nothing-known']);
  expect(seenIn('healthchecks', answers([], { ...resumed, n_pings: 0 }))).toEqual([
    'Files: bad never-ran',
  ]);
});

describe('asked of', () => {
  const asked = (checks: readonly unknown[], source: object = {}) =>
    flipKeys(JSON.stringify({ checks }), sourceOf('healthchecks', source));
  const uuid = 'f618072a-7bde-4eee-af63-71a77c5723bc';

  test.each<[string, readonly unknown[], object, readonly string[]]>([
    ['one with a schedule', [check()], {}, [key]],
    ['one by its own id', [check({ unique_key: undefined, uuid })], {}, [uuid]],
    ['none that is paused or new', [check({ status: 'paused' }), check({ status: 'new' })], {}, []],
    ['none without a schedule', [check({ schedule: undefined })], {}, []],
    ['none that the document does not want', [check()], { targets: ['Mail'] }, []],
    ['no other place of the server', [check({ unique_key: '../../projects' })], {}, []],
    ['nothing that is odd', [7, null, { name: 'x' }], {}, []],
  ])('%s', (_what, checks, source, expected) => {
    expect(asked(checks, source)).toEqual(expected);
  });

  test('twenty at most, and of no answer that is none', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      check({ unique_key: index.toString(16).padStart(40, '0') }),
    );
    expect(asked(many)).toHaveLength(20);
    expect(flipKeys('<html>', sourceOf('healthchecks'))).toEqual([]);
  });
});
