/** Available pages, depending on the document, and what a route to any other shows. */
import { everything } from '../../../shared/notification-policy/scope.ts';
import { expect, test } from 'vitest';
import type { RailPage } from '../../../shared/pages.ts';
import { pagesIn } from '../../../shared/pages.ts';
import { Rail } from '../../../renderer/app/Rail.tsx';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { Route, RouteOf } from '../../../shared/route.ts';
import { shownRoute } from '../../../shared/route.ts';
import type { BackupsSummary } from '../../../shared/backups/summary.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { CoopView } from '../../../shared/coop/view.ts';
import { draw } from './draw.tsx';

const coopWith = (named: Partial<CoopView>): CoopView => ({
  name: 'Maple',
  source: 'maple.example',
  readAtUtcMs: 0,
  problems: [],
  sections: [],
  ...named,
});
const card = { steps: ['Call El'], contacts: [] };

test.each<[string, Partial<CoopView>, string]>([
  ['nothing', {}, 'today status calls settings'],
  ['where feedback goes', { sections: ['feedback'] }, 'today status calls feedback settings'],
  [
    'a room for acknowledgements',
    { sections: ['acknowledgements'] },
    'today status calls feedback settings',
  ],
  [
    'a room for announcements',
    { sections: ['announcements'] },
    'today status calls announcements settings',
  ],
  ['backups', { sections: ['backups'] }, 'today status calls backups settings'],
  [
    'rooms whose messages expire',
    { sections: ['fadingRooms'] },
    'today status calls backups settings',
  ],
  ['an emergency card', { emergency: card }, 'today status calls emergency settings'],
])('pages of a document that names %s', (_, named, names) => {
  expect(pagesIn(coopWith(named)).join(' ')).toBe(names);
});

test.each<[Route, Partial<CoopView>, Route]>([
  [{ page: 'backups' }, { sections: ['backups'] }, { page: 'backups' }],
  [{ page: 'backups' }, {}, { page: 'today' }],
  [{ page: 'announcements' }, {}, { page: 'today' }],
  [{ page: 'emergency' }, {}, { page: 'today' }],
  // Sent items are still there.
  [{ page: 'feedback', answers: {} }, {}, { page: 'feedback', answers: {} }],
  [{ page: 'join', source: 'maple.example' }, {}, { page: 'today' }],
  [{ page: 'status', serviceId: 'pads' }, {}, { page: 'status', serviceId: 'pads' }],
])('%j in a co-op with %j shows %j', (route, named, shown) => {
  expect(shownRoute(route, coopWith(named))).toEqual(shown);
});

const buttons = (markup: string) => markup.match(/<button.*?<\/button>/gs) ?? [];
const saidIn = (markup: string) => /"unseen">([^<]*)</.exec(markup)?.[1];

function rail(
  slices: Partial<Snapshot> = {},
  route: RouteOf<RailPage> = { page: 'calls' },
): string {
  const coop = coopWith({ sections: ['feedback', 'announcements', 'backups'] });
  const snapshot: Snapshot = {
    revision: 1,
    appVersion: '1',
    locale: 'en',
    connectivity: { state: 'online', sinceUtcMs: 0 },
    coop,
    services: [],
    silentFeeds: [],
    policy: { quietHours: defaultQuietHours, setBy: 'app', scope: everything, damaged: false },
    checkingNow: false,
    trayAvailable: true,
    noticesShown: true,
    ...slices,
  };
  return draw(<Rail snapshot={snapshot} coop={coop} route={route} go={() => undefined} />);
}

test('the rail marks the page that is shown', () => {
  const [current, ...others] = buttons(rail()).filter((one) => one.includes('aria-current'));
  expect([saidIn(current ?? ''), others]).toEqual(['Calls', []]);
});

test('the rail counts what is new, and says so to a screen reader', () => {
  const drawn = buttons(rail({ unreadAnswers: 2, unreadAnnouncements: 3 }));
  expect(drawn.map(saidIn)).toEqual(expect.arrayContaining(['Feedback, 2 new', 'News, 3 new']));
  expect(rail({ unreadAnswers: 0 })).not.toContain('new');
});

test.each<[BackupsSummary, string]>([
  [{ bad: 1, unknown: 0, warning: 3, good: 3 }, 'Backups, 1 at risk: 1 bad'],
  [{ bad: 0, unknown: 1, warning: 2, good: 3 }, 'Backups, 3 need attention: 3 unknown'],
  [{ bad: 0, unknown: 0, warning: 1, good: 3 }, 'Backups, 1 needs attention: 1 minor'],
  [{ bad: 0, unknown: 0, warning: 0, good: 3 }, 'Backups: '],
])('backups %j are marked: %s', (backups, wanted) => {
  const button = buttons(rail({ backups })).find((one) => one.includes('Backups')) ?? '';
  const [, tone = '', count = ''] = /data-tone="(\w+)">(\d+)</.exec(button) ?? [];
  expect(`${saidIn(button)}: ${[count, tone].join(' ').trim()}`).toBe(wanted);
});

test.each<[RouteOf<RailPage>, boolean]>([
  [{ page: 'calls' }, true],
  [{ page: 'status', serviceId: 'pads' }, true],
  // Their headings say it.
  [{ page: 'status' }, false],
  [{ page: 'today' }, false],
])('on %j, the state of the services is read out: %s', (route, isRead) => {
  const offline = { connectivity: { state: 'offline', sinceUtcMs: 0 } } as const;
  const line = /<p[^>]*title="Offline".*?<\/p>/s.exec(rail(offline, route))?.[0] ?? '';
  const text = line.replaceAll(/<[^>]*>/g, '');
  expect([text, !/^<p[^>]*aria-hidden="true"/.test(line)]).toEqual(['Offline', isRead]);
});
