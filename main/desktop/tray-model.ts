/** What the tray shows of a snapshot, in one list, since the order of items is a product decision. */
import { hasSection } from '../../shared/coop/has-section.ts';
import { backupsMenuLine } from '../../shared/wording/backups-page.ts';
import { summarySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { muteLengths } from '../../shared/triage/mutes.ts';
import { trayPages } from '../../shared/pages.ts';
import type { Route } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { OverallState } from '../../shared/status/summary.ts';
import { summarise } from '../../shared/status/summary.ts';
import type { TrayItem } from './tray-command.ts';
import { roomItems } from './tray-rooms.ts';
import { serviceItems } from './tray-services.ts';

export type TrayModel = Readonly<{
  /** Selects the icon. */
  state: OverallState;
  /** Tooltip, and label of the first item. */
  sentence: string;
  items: readonly TrayItem[];
}>;

type Words = Readonly<{ t: Translate; times: Times }>;

export function trayModel(words: Words, snapshot: Snapshot, nowUtcMs: number): TrayModel {
  const { t } = words;
  const { coop, services, connectivity, checkingNow, policy } = snapshot;
  const summary = summarise(services, connectivity, policy.scope);
  const plain = coop
    ? summarySentence(t, summary, connectivity)
    : t(snapshot.awaited ? 'join.awaited.title' : 'summary.noCoop');
  const sentence = snapshot.demo ? t('demo.marked', { text: plain }) : plain;
  const trouble = [...serviceItems(words, services, nowUtcMs), ...backupsItems(t, snapshot)];
  return {
    state: coop ? summary.overall : 'unknown',
    sentence,
    items: [
      { label: sentence, command: { do: 'open' } },
      'separator',
      ...trouble,
      ...(trouble.length > 0 ? (['separator'] as const) : []),
      { label: t('menu.open'), command: { do: 'open' } },
      ...roomItems(t, snapshot),
      ...pageItems(t, snapshot),
      {
        label: t(checkingNow ? 'menu.checking' : 'menu.checkNow'),
        command: { do: 'checkNow' },
        enabled: coop !== undefined && !checkingNow,
      },
      { label: pauseLabel(words, snapshot, nowUtcMs), items: pauseItems(t, snapshot) },
      'separator',
      ...(snapshot.demo ? [{ label: t('demo.leave'), command: { do: 'leaveDemo' } } as const] : []),
      { label: t('menu.quit'), command: { do: 'quit' } },
    ],
  };
}

/** An item but no icon state: a late backup is not an outage. */
function backupsItems(t: Translate, { coop, backups }: Snapshot): readonly TrayItem[] {
  const label = backups && hasSection(coop, 'backups') ? backupsMenuLine(t, backups) : undefined;
  return label === undefined ? [] : [show(label, { page: 'backups' })];
}

function pageItems(t: Translate, snapshot: Snapshot): readonly TrayItem[] {
  const { coop } = snapshot;
  return [
    ...unreadItems(t, snapshot),
    ...(coop?.emergency ? [show(t('page.emergency'), { page: 'emergency' })] : []),
    ...(coop ? trayPages(coop) : []).map(({ page, tray: { label, carries } }) =>
      show(t(label), { page, ...carries }),
    ),
  ];
}

function unreadItems(
  t: Translate,
  { unreadAnswers: answers = 0, unreadAnnouncements: announcements = 0 }: Snapshot,
): readonly TrayItem[] {
  const count = answers + announcements;
  if (count === 0) return [];
  const route: Route = answers > 0 ? { page: 'feedback', answers: {} } : { page: 'announcements' };
  return [show(t('answers.menu.unread', { count }), route)];
}

function show(label: string, route: Route): TrayItem {
  return { label, command: { do: 'show', route } };
}

/** Says until when notifications are paused. */
function pauseLabel({ t, times }: Words, { policy }: Snapshot, nowUtcMs: number): string {
  const { quietReason } = policy;
  if (!quietReason) return t('policy.pause');
  if (quietReason.untilUtcMs === undefined) return t('policy.quiet');
  return t('policy.quietUntil', { time: times.clock(quietReason.untilUtcMs, nowUtcMs) });
}

function pauseItems(t: Translate, { policy }: Snapshot): readonly TrayItem[] {
  if (policy.quietReason?.why === 'pause') {
    return [{ label: t('policy.resume'), command: { do: 'resume' } }];
  }
  return muteLengths.map((length) => ({
    label: t(`policy.pause.${length}`),
    command: { do: 'pause', length },
  }));
}
