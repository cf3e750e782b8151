/** Which sentences of Today begin the tray's menu. */
import { expect, test } from 'vitest';
import type { TrayItem } from '../../../main/desktop/tray-command.ts';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import type { CoopView } from '../../../shared/coop/view.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const words = { t: createTranslate('en'), times: createTimes('en', 'UTC') };
const now = Date.UTC(2026, 10, 24, 6, 0);
const hourMs = 3_600_000;
const work = { title: 'New disks', startsUtcMs: now + hourMs, endsUtcMs: now + 2 * hourMs };

/** The menu without its submenus. */
function menuOf(
  services: readonly ServiceView[],
  coop: Partial<CoopView> = {},
  more: Partial<Snapshot> = {},
): readonly string[] {
  const snapshot = snapshotOf({ coop: coopView(coop), services: [...services], ...more });
  const labelOf = (item: TrayItem) => (item === 'separator' ? '-' : item.label);
  return trayModel(words, snapshot, now).items.map(labelOf);
}

test('three at most, and what has items of its own is not said twice', () => {
  const menu = menuOf(
    [
      serviceView('pads', { verdict: 'down' }),
      serviceView('wiki', { maintenance: work }),
      serviceView('site', {}),
    ],
    {
      sections: ['feedback', 'announcements', 'backups', 'calendars'],
      emergency: { steps: ['Call El'], contacts: [] },
    },
    {
      unreadAnswers: 2,
      unreadAnnouncements: 1,
      backups: { bad: 1, unknown: 0, warning: 0, good: 4 },
      meetings: [
        { id: 'm', calendarId: 'c', title: 'Infra', startUtcMs: now, endUtcMs: now + hourMs },
      ],
    },
  );
  expect(menu.slice(0, 9)).toEqual([
    '1 of 3 down: pads',
    'Infra starts now',
    '-',
    'pads: down',
    '2 new replies to your feedback',
    '1 new announcement',
    'Backups: 1 at risk',
    '-',
    'Open Coop Tray',
  ]);
});

test('planned work, if nothing more important fills the lines', () => {
  expect(menuOf([serviceView('wiki', { maintenance: work })])).toContain(
    'Planned maintenance, 07:00 – 08:00: New disks',
  );
});

test('calls that last for hours do not hide the one that is about to begin', () => {
  const minuteMs = 60_000;
  const call = (title: string, from: number, to: number) => ({
    id: title,
    calendarId: 'c',
    title,
    startUtcMs: now + from * minuteMs,
    endUtcMs: now + to * minuteMs,
  });
  const meetings = [
    call('Open house', -300, 300),
    call('Class', -200, 200),
    call('Desk', -100, 100),
    call('Weekly', 5, 60),
    call('Later', 25, 60),
  ];
  expect(menuOf([serviceView('site', {})], { sections: ['calendars'] }, { meetings })).toEqual(
    expect.arrayContaining(['Desk, since 04:20', 'Weekly in 5 min', 'Later in 25 min']),
  );
});
