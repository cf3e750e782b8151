/** What the tray shows of a snapshot, in one list, since the order of items is a product decision. */
import { summarySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { muteLengths } from '../../shared/triage/mutes.ts';
import { todayIn, trayPages } from '../../shared/pages.ts';
import type { Route } from '../../shared/route.ts';
import { routeOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { OverallState } from '../../shared/status/summary.ts';
import { summarise } from '../../shared/status/summary.ts';
import type { TodayKind } from '../../shared/today/line.ts';
import type { TrayItem } from './tray-command.ts';
import { meetingItems } from './tray-meetings.ts';
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
  const today = [
    ...serviceItems(words, services, nowUtcMs),
    ...todayItems(words, snapshot, nowUtcMs),
  ];
  return {
    state: coop ? summary.overall : 'unknown',
    sentence,
    items: [
      { label: sentence, command: { do: 'open' } },
      ...meetingItems(words, snapshot, nowUtcMs),
      'separator',
      ...today,
      ...(today.length > 0 ? (['separator'] as const) : []),
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
      ...(snapshot.installedVersion === undefined
        ? []
        : [{ label: t('updates.restart'), command: { do: 'restart' } } as const]),
      { label: t('menu.quit'), command: { do: 'quit' } },
    ],
  };
}

/** Told by other items: services with what to do about each, the call beside the first line, the card of its page. */
const toldElsewhere: readonly TodayKind[] = ['trouble', 'call', 'emergency'];
/** The rest are in the window. */
const linesLimit = 3;

/** The sentences of Today. They are items but no icon state: a late backup is not an outage. */
function todayItems(words: Words, snapshot: Snapshot, nowUtcMs: number): readonly TrayItem[] {
  if (!snapshot.coop) return [];
  return todayIn(snapshot.coop, words, snapshot, nowUtcMs)
    .groups.filter(({ kind }) => !toldElsewhere.includes(kind))
    .flatMap(({ lines }) => lines)
    .slice(0, linesLimit)
    .map((line) => show(line.sentence, routeOf(line)));
}

function pageItems(t: Translate, { coop }: Snapshot): readonly TrayItem[] {
  return [
    ...(coop?.emergency ? [show(t('page.emergency'), { page: 'emergency' })] : []),
    ...(coop ? trayPages(coop) : []).map(({ page, tray: { label, carries } }) =>
      show(t(label), { page, ...carries }),
    ),
  ];
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
