/** What Today says of each state, as sentences; whether saying nothing would mean that all is well. */
import { describe, expect, test } from 'vitest';
import { createTimes } from '../../../shared/i18n/times.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Today } from '../../../shared/pages.ts';
import { todayIn } from '../../../shared/pages.ts';
import type { Route } from '../../../shared/route.ts';
import { routeOf } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { CoopView } from '../../../shared/coop/view.ts';
import { explainViews } from '../../../shared/status/dependencies.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

/** 09:00 on a Tuesday in Toronto. */
const now = Date.UTC(2026, 10, 24, 14);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const wordsIn = (locale: 'en' | 'fr') => ({
  t: createTranslate(locale),
  times: createTimes(locale, 'America/Toronto'),
});

type More = Partial<Snapshot> & Readonly<{ in?: Partial<CoopView> }>;
const sections: CoopView['sections'] = ['feedback', 'announcements', 'backups'];
const safe = { bad: 0, unknown: 0, warning: 0, good: 4 };

function todayOf({ in: of = {}, ...more }: More, locale: 'en' | 'fr' = 'en'): Today {
  const coop = coopView({ sections, ...of });
  const snapshot = snapshotOf({ coop, backups: safe, services: [view('pads', 'up')], ...more });
  return todayIn(coop, wordsIn(locale), snapshot, now);
}
const itemsOf = ({ groups }: Today) => groups.flatMap(({ lines }) => lines);
const told = (today: Today) => itemsOf(today).map(({ sentence }) => sentence);

function view(id: string, verdict: ServiceView['verdict'], more: Partial<ServiceView> = {}) {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return serviceView(id, {
    name,
    verdict,
    sinceUtcMs: now - 12 * minuteMs,
    asOfUtcMs: now,
    ...more,
  });
}
const offline = { connectivity: { state: 'offline', sinceUtcMs: now - minuteMs } } as const;
const unseen = (code: 'offline' | 'waking' | 'stale') =>
  view('pads', 'unknown', { reason: reason(code), lastKnown: 'up' });
const work = (more: Partial<NonNullable<ServiceView['maintenance']>> = {}) => ({
  maintenance: {
    title: 'New disks',
    startsUtcMs: now - hourMs,
    endsUtcMs: now + hourMs,
    ...more,
  },
});
const nothing: readonly string[] = [];

test.each<[string, More, readonly string[], boolean]>([
  ['everything works', {}, nothing, true],
  ['a service is down', { services: [view('calls', 'down')] }, ['Calls'], true],
  ['one has problems', { services: [view('calls', 'degraded')] }, ['Calls'], true],
  ['a check is stale', { services: [unseen('stale')] }, ['Pads'], true],
  [
    'a cause takes others down',
    {
      services: [
        ...explainViews([view('host', 'down'), view('pads', 'down')], new Map([['pads', 'host']])),
      ],
    },
    ['Host'],
    true,
  ],
  [
    'one is muted',
    { services: [view('calls', 'down', { muted: { sinceUtcMs: 0 } })] },
    nothing,
    true,
  ],
  [
    'one is known',
    {
      services: [
        view('calls', 'down', { acknowledged: { sinceUtcMs: 0, reason: 'El is on it' } }),
        view('chat', 'degraded'),
      ],
    },
    ['Chat', 'Calls'],
    true,
  ],
  ['one refuses access', { services: [view('files', 'no-access')] }, nothing, true],
  ['one has ended', { services: [view('old', 'retired')] }, nothing, true],
  [
    'administrators have something to do',
    {
      services: [
        view('wiki', 'degraded', { reason: reason('certificate-expiring', { days: 6, band: 7 }) }),
        view('host', 'down', { audience: 'admins' }),
      ],
    },
    nothing,
    true,
  ],
  [
    'nothing was checked yet',
    { services: [view('pads', 'unknown', { reason: reason('not-checked') })] },
    nothing,
    false,
  ],
  [
    'a muted one was not checked yet',
    {
      services: [
        view('pads', 'unknown', { reason: reason('not-checked'), muted: { sinceUtcMs: 0 } }),
      ],
    },
    nothing,
    true,
  ],
  ['we are offline', { ...offline, services: [unseen('offline')] }, nothing, false],
  [
    'we are offline, with replies that came before',
    { ...offline, services: [unseen('offline')], unreadAnswers: 1 },
    ['1 new reply to your feedback'],
    false,
  ],
  [
    'the computer just woke up',
    { connectivity: { state: 'waking', sinceUtcMs: now }, services: [unseen('waking')] },
    nothing,
    false,
  ],
  [
    'the clock is wrong',
    {
      connectivity: { state: 'online', sinceUtcMs: 0, clockOffMs: hourMs },
      services: [view('pads', 'unknown', { reason: reason('clock-wrong') })],
    },
    nothing,
    false,
  ],
  ['backups were not read yet', { backups: undefined }, nothing, false],
  ['a source of backups was not read yet', { backups: { ...safe, awaited: 1 } }, nothing, false],
  [
    'a source was not read yet, and another one tells of trouble',
    { backups: { ...safe, awaited: 1, bad: 1 } },
    ['Backups: 1 at risk'],
    true,
  ],
  ['the co-op has none', { backups: undefined, in: { sections: [] } }, nothing, true],
  [
    'a backup is at risk',
    { backups: { ...safe, bad: 1, warning: 2 } },
    ['Backups: 1 at risk, 2 need attention'],
    true,
  ],
  ['one is unknown', { backups: { ...safe, unknown: 1 } }, ['Backups: 1 unknown'], true],
  [
    'the calendars are not known',
    { in: { sections: ['calendars'] }, backups: undefined },
    nothing,
    false,
  ],
  ['there is no meeting', { in: { sections: ['calendars'] }, meetings: [] }, nothing, true],
  [
    'there are replies and news',
    { unreadAnswers: 2, unreadAnnouncements: 1 },
    ['2 new replies to your feedback', '1 new announcement'],
    true,
  ],
  [
    'maintenance is under way',
    { services: [view('wiki', 'maintenance', work())] },
    ['Maintenance until 10:00: New disks'],
    true,
  ],
  [
    'maintenance is planned for tomorrow',
    {
      services: [
        view('wiki', 'up', work({ startsUtcMs: now + 23 * hourMs, endsUtcMs: now + 24 * hourMs })),
      ],
    },
    ['Planned maintenance, Nov 25, 08:00 – 09:00: New disks'],
    true,
  ],
  [
    'the maintained service is muted',
    { services: [view('wiki', 'maintenance', { ...work(), muted: { sinceUtcMs: 0 } })] },
    nothing,
    true,
  ],
  [
    'what is down has no substitute, and the co-op a card',
    {
      services: [view('calls', 'down')],
      in: { emergency: { steps: ['Call El'], contacts: [] } },
    },
    ['Calls', 'Need another way to reach people?'],
    true,
  ],
])('when %s', (_what, more, sentences, isSure) => {
  const today = todayOf(more);
  expect([told(today), today.isSure]).toEqual([sentences, isSure]);
});

describe('a line of trouble', () => {
  const calls = view('calls', 'down', {
    reason: reason('refused'),
    instead: { name: 'the phone line', hasPage: false },
    seenBy: [
      { by: 'sam', note: 'El is restarting it', atUtcMs: now - 5 * minuteMs },
      { by: 'kim', note: 'Me too', atUtcMs: now - 6 * minuteMs },
    ],
  });
  const [line] = itemsOf(todayOf({ services: [calls] }));

  test('says since when, why, and who is on it', () => {
    expect(line?.more).toEqual([
      'Down since 08:48 (12 min)',
      'The server is refusing connections. The service is probably not running.',
      'sam, 08:55: El is restarting it',
    ]);
  });

  test('offers what to use instead, if there is anything and the banner does not', () => {
    const offered = (services: readonly ServiceView[]) =>
      itemsOf(todayOf({ services: [...services] })).map(({ insteadOf }) => insteadOf);
    const chat = view('chat', 'down', { instead: { name: 'the phone', hasPage: false } });
    expect(offered([calls, chat, view('pads', 'down')])).toEqual(['calls', 'chat', undefined]);
    expect(offered([calls])).toEqual([undefined]);
  });
});

test('more than three of a kind are counted', () => {
  const services = ['a', 'b', 'c', 'd', 'e'].map((id) => view(id, 'down'));
  const { groups } = todayOf({ services });
  expect(groups.map(({ lines, more }) => [lines.length, more])).toEqual([[3, 2]]);
});

test.each<[string, More, Route]>([
  ['trouble', { services: [view('calls', 'down')] }, { page: 'status', serviceId: 'calls' }],
  ['replies', { unreadAnswers: 1 }, { page: 'feedback', answers: {} }],
  ['news', { unreadAnnouncements: 1 }, { page: 'announcements' }],
  ['backups', { backups: { ...safe, bad: 1 } }, { page: 'backups' }],
  [
    'maintenance of one service',
    { services: [view('wiki', 'maintenance', work())] },
    { page: 'status', serviceId: 'wiki' },
  ],
  [
    'maintenance of several',
    { services: [view('wiki', 'maintenance', work()), view('pads', 'maintenance', work())] },
    { page: 'status' },
  ],
])('%s leads to its page', (_what, more, route) => {
  expect(itemsOf(todayOf(more)).map(routeOf)).toEqual([route]);
});

test('a page that the co-op does not have says nothing', () => {
  const today = todayOf({ unreadAnswers: 1, unreadAnnouncements: 1, in: { sections: [] } });
  expect(told(today)).toEqual([]);
});

test('in French', () => {
  const today = todayOf(
    {
      services: [view('calls', 'down'), view('wiki', 'maintenance', work())],
      unreadAnswers: 2,
      unreadAnnouncements: 1,
      backups: { ...safe, bad: 1 },
    },
    'fr',
  );
  expect(told(today).map((one) => one.replaceAll(/\s/g, ' '))).toEqual([
    'Calls',
    '2 nouvelles réponses à vos commentaires',
    '1 nouvelle annonce',
    'Sauvegardes : 1 à risque',
    'Maintenance jusqu’à 10:00 : New disks',
  ]);
});
