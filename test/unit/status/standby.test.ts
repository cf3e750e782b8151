import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { noticeText } from '../../../shared/wording/sentences.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { offersOf } from '../../../shared/status/offers.ts';
import type { Age, StandbyView } from '../../../shared/status/standby-view.ts';
import { judgeAge, standbyViews } from '../../../shared/status/standby.ts';
import { parseTimestamp } from '../../../shared/time/timestamp.ts';

const at = Date.UTC(2026, 10, 24, 3, 10);

test.each<[unknown, number | undefined]>([
  ['2026-11-24T03:10:00Z', at],
  ['2026-11-23T22:10:00-05:00', at],
  ['2026-11-24 03:10:00+00:00', at],
  [at, at],
  [at / 1000, at],
  [String(at / 1000), at],
  ['2026-11-24T03:10:00', undefined],
  ['2026-11-24', undefined],
  ['yesterday', undefined],
  ['2026-13-45T03:10:00Z', undefined],
  [Number.NaN, undefined],
  [-1, undefined],
  [1e300, undefined],
  [null, undefined],
  [{ $date: at }, undefined],
  [`2026-11-24T03:10:00Z${' '.repeat(1e6)}`, undefined],
])('the time %j is %s', (value, instant) => {
  expect(parseTimestamp(value)).toBe(instant);
});

test.each<[string, number | undefined, number, Age['age']]>([
  ['taken a minute ago', at, at + 60_000, 'fresh'],
  ['at its limit', at, at + 3_600_000, 'fresh'],
  ['past its limit', at, at + 3_600_001, 'stale'],
  ['that nobody knows', undefined, at, 'unknown'],
  ['from a clock that is a little ahead', at + 60_000, at, 'fresh'],
  ['from the future', at + 3_600_000, at, 'unknown'],
])('data %s', (_what, ofUtcMs, now, age) => {
  expect(judgeAge(ofUtcMs, 3600, now).age).toBe(age);
});

const standby = (age: Age['age'], isUp = true): StandbyView => ({
  id: 'copy',
  name: 'Read-only copy',
  hasPage: true,
  isUp,
  age,
  ...(age === 'unknown' ? {} : { ofUtcMs: at }),
});
const instead = { name: 'the paper list', hasPage: false };

describe('what is offered', () => {
  test.each<[string, Verdict, StandbyView | undefined, string[]]>([
    ['a fresh standby first', 'down', standby('fresh'), ['standby', 'instead']],
    ['an old one last', 'down', standby('stale'), ['instead', 'standby']],
    ['one of unknown age last', 'down', standby('unknown'), ['instead', 'standby']],
    ['none that is down itself', 'down', standby('fresh', false), ['instead']],
    ['advice alone', 'down', undefined, ['instead']],
    ['a standby in maintenance too', 'maintenance', standby('fresh'), ['standby', 'instead']],
    ['nothing while the service is up', 'up', standby('fresh'), []],
    ['nothing while nothing is known', 'unknown', standby('fresh'), []],
  ])('%s', (_what, verdict, one, offered) => {
    const offers = offersOf({ verdict, instead, ...(one ? { standby: one } : {}) });
    expect(offers.map((offer) => offer.which)).toEqual(offered);
  });

  test.each<[Age['age'], string]>([
    ['fresh', 'Read-only copy is available (data from 03:10). Use the paper list for now.'],
    [
      'stale',
      'Use the paper list for now. Read-only copy is available, but its data is old (from 03:10).',
    ],
    [
      'unknown',
      'Use the paper list for now. Read-only copy is available; the age of its data is unknown.',
    ],
  ])('is said in the notification with its age: %s', (age, body) => {
    const text = noticeText(createTranslate('en'), createTimes('en', 'UTC'), [
      {
        serviceId: 'passwords',
        name: 'Passbolt',
        from: 'up',
        to: 'down',
        instead: 'the paper list',
        standby: { view: standby(age), atUtcMs: at + 60_000 },
      },
    ]);
    expect(text).toMatchObject({ title: 'Passbolt is down', body });
  });
});

describe('a standby in the document', () => {
  const parse = (standby: unknown) => {
    const services = [
      { id: 'passwords', name: 'Passwords', standby },
      { id: 'copy', name: 'Copy' },
    ];
    const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services }));
    if (!parsed.ok) throw new Error(parsed.error.code);
    return parsed.document;
  };
  const freshness = { url: 'https://b.example/x.json', path: '$.at', maxAgeS: 3600 };
  test.each<[string, unknown, string | undefined]>([
    ['that exists', { service: 'copy', freshness }, undefined],
    ['that does not', { service: 'nowhere' }, '.standby.service'],
    ['that is the service itself', { service: 'passwords' }, '.standby.service'],
    [
      'with a path that is none',
      { service: 'copy', freshness: { ...freshness, path: '][' } },
      '.standby.freshness.path',
    ],
  ])('%s', (_what, standby, path) => {
    const { services, problems } = parse(standby);
    expect(services).toHaveLength(2);
    expect(services[0]?.service.standby !== undefined).toBe(path === undefined);
    expect(problems.map((one) => one.path)).toEqual(path ? [`$.services[0]${path}`] : []);
  });

  test('is seen with its state and age beside the service', () => {
    const services = parse({ service: 'copy', freshness }).services.map(({ service }) => service);
    const views = services.map(({ id, name }) => ({
      id,
      name,
      hasPage: id === 'copy',
      verdict: 'degraded' as const,
      sinceUtcMs: 0,
      intervalMs: 60_000,
    }));
    const [passwords, copy] = standbyViews(views, services, () => ({ age: 'fresh', ofUtcMs: at }));
    expect(passwords?.standby).toEqual({
      id: 'copy',
      name: 'Copy',
      hasPage: true,
      isUp: true,
      age: 'fresh',
      ofUtcMs: at,
    });
    expect(copy?.standby).toBeUndefined();
  });
});
