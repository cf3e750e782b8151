import type { Link } from '../../shared/coop/links.ts';
import { backupsMenuLine } from '../../shared/wording/backups-page.ts';
import { standbySentence, summarySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { MuteLength } from '../../shared/triage/mutes.ts';
import { muteLengths } from '../../shared/triage/mutes.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { causesOnly, dependentsOf } from '../../shared/status/dependencies.ts';
import { offersOf } from '../../shared/status/offers.ts';
import type { OverallState } from '../../shared/status/summary.ts';
import { isMuted, needsAttention, summarise, worstFirst } from '../../shared/status/summary.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import { hasSection } from '../../shared/coop/view.ts';

type LengthLabels = readonly Readonly<{ length: MuteLength; label: string }>[];

export type TrayModel = Readonly<{
  state: OverallState;
  /** The sentence that answers the question; tooltip and first menu item. */
  sentence: string;
  /** Services that need attention, worst first, then the muted ones. */
  services: readonly Readonly<{
    id: string;
    label: string;
    muted: boolean;
    /** What to use meanwhile; without a link it is advice to read, and opens the service's page in the window. */
    offers: readonly Readonly<{ label: string; link?: Link }>[];
  }>[];
  labels: Readonly<{
    open: string;
    openService: string;
    checkNow: string;
    quit: string;
    /** Absent when the document has no card. */
    emergency?: string;
    /** Absent when the document names no server whose echo can be tested. */
    calls?: string;
    /** How the backups are; absent while they are well. */
    backups?: string;
    /** Absent when the document does not say where feedback goes. */
    feedback?: string;
    unread?: string;
    /** Says until when it is quiet while it is. */
    pause: string;
    pauseFor: LengthLabels;
    resume: string;
    snoozeFor: LengthLabels;
    unsnooze: string;
  }>;
  canCheck: boolean;
  isPaused: boolean;
}>;

export type TrayActions = Readonly<{
  open: () => void;
  openService: (id: string) => void;
  openLink: (link: Link) => void;
  openEmergency: () => void;
  openCalls: () => void;
  openBackups: () => void;
  giveFeedback: () => void;
  /** Answers and announcements that the member has not looked at. */
  openUnread: () => void;
  checkNow: () => void;
  snooze: (id: string, length: MuteLength) => void;
  unsnooze: (id: string) => void;
  /** Holds all notifications. */
  pause: (length: MuteLength) => void;
  resume: () => void;
  quit: () => void;
}>;

/** A menu is no list of everything: beyond this many services, the window tells. */
const servicesInMenu = 6;

type Words = Readonly<{ t: Translate; times: Times }>;

/** What the tray shows of a snapshot. */
export function trayModel(words: Words, snapshot: Snapshot, nowUtcMs: number): TrayModel {
  const { t } = words;
  const { coop, awaited, services, connectivity, checkingNow, policy, unread } = snapshot;
  // A line of the menu, and no business of the icon: a late backup is no outage.
  const backups = snapshot.backups && backupsMenuLine(t, snapshot.backups);
  const summary = summarise(services, connectivity);
  const sorted = worstFirst(services);
  return {
    state: coop ? summary.overall : 'unknown',
    sentence: coop
      ? summarySentence(t, summary, connectivity)
      : t(awaited ? 'join.awaited.title' : 'summary.noCoop'),
    services: [...causesOnly(sorted.filter(needsAttention)), ...sorted.filter(isMuted)]
      .slice(0, servicesInMenu)
      .map((view) => ({
        id: view.id,
        label: labelOf(t, view, services),
        muted: isMuted(view),
        offers: offersIn(words, view, nowUtcMs),
      })),
    labels: {
      open: t('menu.open'),
      openService: t('status.details'),
      checkNow: t(checkingNow ? 'menu.checking' : 'menu.checkNow'),
      quit: t('menu.quit'),
      ...(coop?.emergency ? { emergency: t('page.emergency') } : {}),
      ...(hasSection(coop, 'echo') ? { calls: t('menu.echo') } : {}),
      ...(hasSection(coop, 'backups') && backups ? { backups } : {}),
      ...(unread
        ? { unread: t('answers.menu.unread', { count: unread.answers + unread.news }) }
        : {}),
      ...(hasSection(coop, 'feedback') ? { feedback: t('menu.feedback') } : {}),
      pause: pauseLabel(words, policy.quietReason, nowUtcMs),
      pauseFor: muteLengths.map((length) => ({ length, label: t(`policy.pause.${length}`) })),
      resume: t('policy.resume'),
      snoozeFor: muteLengths.map((length) => ({ length, label: t(`policy.snooze.${length}`) })),
      unsnooze: t('policy.unsnooze'),
    },
    canCheck: coop !== undefined && !checkingNow,
    isPaused: policy.quietReason?.why === 'pause',
  };
}

function labelOf(t: Translate, view: ServiceView, views: readonly ServiceView[]): string {
  const count = dependentsOf(view.id, views).length;
  const params = { name: view.name, verdict: t(`verdict.${view.verdict}`), count };
  const label = t(count > 0 ? 'menu.serviceWith' : 'menu.service', params);
  if (isMuted(view)) return t('menu.muted', { label });
  if (view.acknowledged) return t('menu.seen', { label });
  const [by] = view.seenBy ?? [];
  return by ? t('menu.seenBy', { label, by: by.by }) : label;
}

/** The best first; without a page there is nothing to open, only advice. */
function offersIn({ t, times }: Words, view: ServiceView, nowUtcMs: number) {
  return offersOf(view).map((offer) => ({
    label:
      offer.which === 'instead'
        ? t('status.use', { instead: offer.name })
        : standbySentence(t, times, offer.standby, nowUtcMs),
    ...(offer.hasPage ? { link: { serviceId: view.id, which: offer.which } } : {}),
  }));
}

/** The item that pauses says, while it is quiet, until when. */
function pauseLabel(
  { t, times }: Words,
  quietReason: Snapshot['policy']['quietReason'],
  nowUtcMs: number,
): string {
  if (!quietReason) return t('policy.pause');
  if (quietReason.untilUtcMs === undefined) return t('policy.quiet');
  return t('policy.quietUntil', { time: times.clock(quietReason.untilUtcMs, nowUtcMs) });
}
