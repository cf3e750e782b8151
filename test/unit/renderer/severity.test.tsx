/** How bad the backups are: the same on their page, its badge, Today, the rail and the tray. */
import { expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { Backups } from '../../../renderer/pages/backups/BackupsPage.tsx';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import type { BackupState } from '../../../shared/backups/view.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { badgeOf, todayIn } from '../../../shared/pages.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { railLine } from '../../../shared/wording/rail-line.ts';
import { todayHeadline } from '../../../shared/wording/today-headline.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { finding, source, target } from './backups-states.ts';
import { draw, now, wordsIn } from './draw.tsx';

const words = wordsIn('en');
const coop = coopView({ sections: ['backups'] });
const codes = { bad: 'empty', unknown: 'nothing-known', warning: 'drill-never' } as const;
const unreadable = source(now, { name: 'Hoster', problem: { code: 'html' } });

type Given = Readonly<{ backups: readonly BackupState[]; unread?: true }>;

function stateOf({ backups, unread }: Given) {
  const targets = backups.map((state, at) =>
    target(`Disk ${at}`, now, {
      state,
      findings: state === 'good' ? [] : [finding(codes[state], state)],
    }),
  );
  const sources = unread ? [source(now), unreadable] : [source(now)];
  return { targets, sources, rooms: [], reading: false };
}

/** What each place shows of it. */
function seen(given: Given, services: Verdict, connectivity?: Snapshot['connectivity']) {
  const state = stateOf(given);
  const snapshot = snapshotOf({
    coop,
    services: [serviceView('pads', { name: 'Pads', verdict: services })],
    backups: summariseBackups(state),
    ...(connectivity ? { connectivity } : {}),
  });
  const markup = draw(
    <Backups state={state} offline={false} onRequest={undefined} card={undefined} />,
  );
  const lines = todayIn(coop, words, snapshot, now).groups.flatMap((group) => group.lines);
  const tray = trayModel(words, snapshot, now).items.flatMap((item) =>
    item !== 'separator' && item.label.startsWith('Backups:') ? [item.label] : [],
  );
  return {
    page: /data-verdict="([\w-]+)"/.exec(markup)?.[1],
    badge: badgeOf('backups', snapshot)?.tone,
    card: lines.find(({ kind }) => kind === 'backups')?.verdict,
    tray: tray.map((label) => label.replace('Backups: ', '')).join(),
    banner: todayHeadline(words.t, snapshot).verdict,
    rail: railLine(words.t, snapshot).verdict,
  };
}

test.each<[Given, readonly [page: string, badge: string | undefined, tray: string]]>([
  [{ backups: ['good', 'good'] }, ['up', undefined, '']],
  [{ backups: ['warning', 'good'] }, ['degraded', 'minor', '1 needs attention']],
  [{ backups: ['unknown', 'warning'] }, ['unknown', 'unknown', '1 unknown, 1 needs attention']],
  [{ backups: ['good'], unread: true }, ['unknown', 'unknown', '1 report missing']],
  [
    { backups: ['warning', 'good'], unread: true },
    ['unknown', 'unknown', '1 needs attention, 1 report missing'],
  ],
  [
    { backups: ['bad', 'unknown', 'warning'] },
    ['down', 'bad', '1 at risk, 1 unknown, 1 needs attention'],
  ],
])('of %j, the page, its badge, its card and the tray say the same', (given, wanted) => {
  const { page, badge, card, tray } = seen(given, 'up');
  expect([page, badge, tray]).toEqual(wanted);
  expect(card).toBe(page === 'up' ? undefined : page);
});

const offline = { state: 'offline', sinceUtcMs: 0 } as const;

test.each<[BackupState, Verdict, Snapshot['connectivity'] | undefined, Verdict]>([
  ['good', 'up', undefined, 'up'],
  ['warning', 'up', undefined, 'up'],
  ['unknown', 'up', undefined, 'up'],
  ['bad', 'up', undefined, 'down'],
  ['bad', 'degraded', undefined, 'down'],
  ['bad', 'unknown', undefined, 'down'],
  ['bad', 'down', undefined, 'down'],
  ['warning', 'degraded', undefined, 'degraded'],
  ['bad', 'unknown', offline, 'unknown'],
])(
  'a %s backup and a service that is %s, %j: %s in the banner and the rail',
  (one, service, connectivity, wanted) => {
    const { banner, rail } = seen({ backups: [one] }, service, connectivity);
    expect([banner, rail]).toEqual([wanted, wanted]);
  },
);

test('the banner names what is worst, then the others', () => {
  const of = (backups: readonly BackupState[], services: Verdict) => {
    const snapshot = snapshotOf({
      coop,
      services: [serviceView('pads', { name: 'Pads', verdict: services })],
      backups: summariseBackups(stateOf({ backups })),
    });
    const { text, also } = todayHeadline(words.t, snapshot);
    return [text, ...also];
  };
  expect(of(['bad'], 'degraded')).toEqual(['Disk 0 has no backup', 'Pads has problems']);
  expect(of(['bad', 'bad'], 'up')).toEqual(['2 backups are at risk', 'All services are working']);
  expect(of(['bad'], 'down')).toEqual(['Pads is down']);
});
