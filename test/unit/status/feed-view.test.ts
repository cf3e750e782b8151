import { describe, expect, test } from 'vitest';
import { ServiceSchema } from '../../../shared/coop/service.ts';
import { FeedSchema } from '../../../shared/coop/feed.ts';
import type { FeedReading, FeedVerdict } from '../../../shared/feeds/reading.ts';
import { notesOf, viewFeed, withFeed } from '../../../shared/status/feed-view.ts';
import type { FeedState } from '../../../shared/status/feed-status.ts';
import { feedStatusOf } from '../../../shared/status/feed-status.ts';
import { viewJoined } from '../../../shared/status/joined.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { entry } from '../../fixtures/entry.ts';

const now = Date.UTC(2026, 10, 24, 14, 0);
const minute = 60_000;
const feed = entry(FeedSchema, {
  id: 'page',
  name: 'Our page',
  type: 'statuspage',
  url: 'https://status.example',
});
const empty: FeedReading = { components: [], incidents: [], maintenance: [], unlisted: 'unknown' };
const pads = (verdict: FeedVerdict, key = 'c1') => ({ key, name: 'Pads', verdict });
const incident = (title: string, affects: string[]) => ({
  id: title,
  title,
  state: 'unknown' as const,
  impact: 'major' as const,
  affects,
});
const plan = (more: object = {}) => ({
  id: 'm',
  title: 'Disks',
  affects: ['c1'],
  active: true,
  ...more,
});

const state = (reading: Partial<FeedReading>, readAtUtcMs = now): FeedState => ({
  feed,
  reading: { ...empty, ...reading },
  readAtUtcMs,
  faults: 0,
});
const hear = (reading: Partial<FeedReading>, component = 'Pads', readAtUtcMs = now) =>
  feedStatusOf(state(reading, readAtUtcMs), { feed: 'page', component }, now);

describe('the word of a page on one service', () => {
  test.each<[string, ReturnType<typeof hear>, FeedVerdict]>([
    ['by name', hear({ components: [pads('degraded')] }), 'degraded'],
    ['by name in any case', hear({ components: [pads('up')] }, 'pADS'), 'up'],
    ['by key', hear({ components: [pads('down'), pads('up', 'c2')] }, 'c2'), 'up'],
    [
      'the worst of several of one name',
      hear({ components: [pads('up'), pads('down', 'c2')] }),
      'down',
    ],
    [
      'doubt rather than well',
      hear({ components: [pads('unknown'), pads('up', 'c2')] }),
      'unknown',
    ],
    ['unknown when it is not there', hear({ components: [pads('up')] }, 'Wiki'), 'unknown'],
    ['up when silence means well', hear({ unlisted: 'up' }), 'up'],
    [
      'unknown past three intervals',
      hear({ components: [pads('up')] }, 'Pads', now - 6 * minute - 1),
      'unknown',
    ],
    [
      'still good at three intervals',
      hear({ components: [pads('up')] }, 'Pads', now - 6 * minute),
      'up',
    ],
    [
      'unknown when the clock was set back',
      hear({ components: [pads('up')] }, 'Pads', now + 3 * minute),
      'unknown',
    ],
    [
      'unknown when it was never read',
      feedStatusOf({ feed, faults: 0 }, { feed: 'page', component: 'Pads' }, now),
      'unknown',
    ],
    [
      'unknown when there is no such page',
      feedStatusOf(undefined, { feed: 'page', component: 'Pads' }, now),
      'unknown',
    ],
    [
      'maintenance that concerns it',
      hear({ components: [pads('down')], maintenance: [plan()] }),
      'maintenance',
    ],
    [
      'not maintenance of others',
      hear({ components: [pads('down')], maintenance: [plan({ affects: ['c9'] })] }),
      'down',
    ],
    [
      'nor of nobody in particular',
      hear({ components: [pads('down')], maintenance: [plan({ affects: [] })] }),
      'down',
    ],
    [
      'nor that is only planned',
      hear({ components: [pads('down')], maintenance: [plan({ active: false })] }),
      'down',
    ],
    [
      'nor that has just ended',
      hear({ components: [pads('down')], maintenance: [plan({ endsUtcMs: now })] }),
      'down',
    ],
  ])('%s', (_what, feedStatus, verdict) => {
    expect(feedStatus.verdict).toBe(verdict);
  });

  test('comes with the incident that concerns it, else with one for all', () => {
    const incidents = [incident('all', []), incident('ours', ['c1']), incident('theirs', ['c9'])];
    expect(hear({ components: [pads('down')], incidents }).incident?.title).toBe('ours');
    expect(hear({ components: [pads('up', 'c2')], incidents }).incident?.title).toBe('all');
    const other = [incident('theirs', ['c9'])];
    expect(hear({ components: [pads('down')], incidents: other }).incident).toBeUndefined();
  });

  test.each<[string, ReturnType<typeof hear>, number | undefined]>([
    [
      'that of the component',
      hear({ components: [{ ...pads('up'), asOfUtcMs: now - 9 }] }),
      now - 9,
    ],
    [
      'not that of another',
      hear({
        components: [pads('up'), { ...pads('up', 'c2'), name: 'Wiki', asOfUtcMs: now }],
        asOfUtcMs: now,
      }),
      undefined,
    ],
    ['none, where the page tells none', hear({ components: [pads('up')] }), undefined],
    ['that of a silence that means well', hear({ unlisted: 'up', asOfUtcMs: now - 9 }), now - 9],
    [
      'the same after the page could not be read for long',
      hear({ components: [{ ...pads('up'), asOfUtcMs: 5 }] }, 'Pads', now - 60 * minute),
      5,
    ],
  ])('its time is %s', (_what, heard, asOfUtcMs) => {
    expect(heard.asOfUtcMs).toBe(asOfUtcMs);
    expect(heard.readAtUtcMs).toBeGreaterThan(5);
  });

  test('tells of plans within a week', () => {
    const soon = plan({ active: false, startsUtcMs: now + 86_400_000 });
    const late = plan({ active: false, startsUtcMs: now + 30 * 86_400_000 });
    expect(
      hear({ components: [pads('up')], maintenance: [late, { ...soon, id: 'n' }] }).maintenance?.id,
    ).toBe('n');
  });
});

const own = (verdict: Verdict): ServiceRecord => ({
  verdict,
  sinceUtcMs: now - minute,
  asOfUtcMs: now,
});
const feedStatus = (verdict: FeedVerdict, more: object = {}) => ({
  name: 'Our page',
  verdict,
  intervalMs: 120_000,
  readAtUtcMs: now,
  ...more,
});

describe('what counts', () => {
  test.each<[Verdict, FeedVerdict, Verdict, string | undefined]>([
    // Our own probe decides …
    ['down', 'up', 'down', undefined],
    ['up', 'down', 'up', undefined],
    ['up', 'unknown', 'up', undefined],
    ['unknown', 'up', 'unknown', undefined],
    // … except during planned maintenance.
    ['down', 'maintenance', 'maintenance', 'feed-maintenance'],
    ['up', 'maintenance', 'maintenance', 'feed-maintenance'],
    ['retired', 'maintenance', 'retired', undefined],
  ])('with a probe that sees %s and a page that says %s: %s', (seen, said, verdict, code) => {
    const record = withFeed(own(seen), feedStatus(said), true, undefined, now);
    expect([record.verdict, record.reason?.code]).toEqual([verdict, code]);
  });

  test.each<[FeedVerdict, string | undefined]>([
    ['up', undefined],
    ['degraded', 'feed-degraded'],
    ['down', 'feed-down'],
    ['maintenance', 'feed-maintenance'],
    ['unknown', 'feed-unknown'],
  ])('without a probe, the page: %s', (said, code) => {
    const record = withFeed(own('unknown'), feedStatus(said), false, undefined, now);
    expect([record.verdict, record.reason?.code, record.asOfUtcMs]).toEqual([said, code, now]);
  });

  test('a page that nobody keeps up is another reason than one that says nothing', () => {
    const asleep = { ...pads('unknown'), asleep: true as const, asOfUtcMs: 5 };
    const heard = hear({ components: [asleep] });
    expect(withFeed(own('unknown'), heard, false, undefined, now).reason?.code).toBe('feed-asleep');
    // Of two components with one name, the one that counts.
    const other = hear({ components: [asleep, pads('down', 'c2')] });
    expect(withFeed(own('unknown'), other, false, undefined, now).reason?.code).toBe('feed-down');
  });

  test('the incident is the reason, and planned maintenance has its title', () => {
    const down = feedStatus('down', { incident: incident('Fire', ['c1']) });
    expect(withFeed(own('unknown'), down, false, undefined, now).reason).toEqual({
      code: 'feed-incident',
      params: { feed: 'Our page', title: 'Fire' },
    });
    const planned = feedStatus('maintenance', { maintenance: plan() });
    expect(withFeed(own('down'), planned, true, undefined, now).reason?.code).toBe('feed-planned');
  });

  test('what a probe remarked stays beside what the page says', () => {
    const remarked = { ...own('up'), remarks: ['two-lengths'] as const };
    const record = withFeed(remarked, feedStatus('maintenance'), true, undefined, now);
    expect(record).toMatchObject({ verdict: 'maintenance', remarks: ['two-lengths'] });
  });

  test('a verdict that stays keeps its time; the page’s own time is better still', () => {
    const first = withFeed(own('unknown'), feedStatus('down'), false, undefined, now);
    const later = withFeed(own('unknown'), feedStatus('down'), false, first, now + minute);
    expect([first.sinceUtcMs, later.sinceUtcMs]).toEqual([now, now]);
    const told = feedStatus('down', { sinceUtcMs: now - 9 });
    expect(withFeed(own('unknown'), told, false, first, now + minute).sinceUtcMs).toBe(now - 9);
  });
});

test.each<[FeedVerdict, Verdict | undefined, string | undefined]>([
  ['up', 'down', 'says-up'],
  ['down', 'up', 'says-trouble'],
  ['degraded', 'up', 'says-trouble'],
  ['up', 'up', undefined],
  ['down', 'degraded', undefined],
  ['maintenance', 'down', undefined],
  // Offline, or not checked: there is no observation to disagree with.
  ['down', 'unknown', undefined],
  ['up', 'unknown', undefined],
  ['down', undefined, undefined],
])('a page that says %s while we see %s: %s', (said, seen, disagreement) => {
  expect(viewFeed(feedStatus(said), seen).disagreement).toBe(disagreement);
});

describe('a member is shown', () => {
  const service = entry(ServiceSchema, { id: 'pads', name: 'Pads' });
  const online = { state: 'online', sinceUtcMs: 0 } as const;
  const shown = (more: object) => {
    const heard = hear({ components: [{ ...pads('up'), ...more }] });
    const record = withFeed(own('unknown'), heard, false, undefined, now);
    return viewJoined(service, { own: own('unknown'), record, feedStatus: heard }, online, now);
  };

  test('when the page measured, where it says so', () => {
    const view = shown({ asOfUtcMs: now - 20 * 3_600_000 });
    // Old, but the newest available: the page's format defines how long that is valid.
    expect([view.verdict, view.asOfUtcMs]).toEqual(['up', now - 20 * 3_600_000]);
  });

  test('else no such time at all, only when the page was read', () => {
    const view = shown({});
    expect([view.verdict, view.asOfUtcMs]).toEqual(['up', undefined]);
    expect([view.feed?.asOfUtcMs, view.feed?.readAtUtcMs]).toEqual([undefined, now]);
  });
});

test('a note is made of a page that stays silent, not of one lost packet', () => {
  const fault = { code: 'html-instead', params: {} } as const;
  const read = { ...state({}), fault };
  expect(notesOf([{ feed, faults: 1, fault }])).toEqual([{ name: 'Our page', fault }]);
  expect(notesOf([{ ...read, faults: 1 }, state({})])).toEqual([]);
  expect(notesOf([{ ...read, faults: 2 }])).toEqual([
    { name: 'Our page', fault, readAtUtcMs: now },
  ]);
});
