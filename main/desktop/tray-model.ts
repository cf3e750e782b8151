import { backupsMenuLine } from '../../shared/i18n/backups-page.ts';
import { standbySentence, summarySentence } from '../../shared/i18n/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { muteLengths } from '../../shared/notification-policy/mutes.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { causesOnly, dependentsOf } from '../../shared/status/dependencies.ts';
import { offersOf } from '../../shared/status/offers.ts';
import { isMuted, needsAttention, summarise, worstFirst } from '../../shared/status/summary.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { TrayModel } from './tray.ts';

/** A menu is no list of everything: beyond this many services, the window tells. */
const servicesInMenu = 6;

type Words = Readonly<{ t: Translate; times: Times }>;

/** What the tray shows of a snapshot. */
export function trayModel(words: Words, snapshot: Snapshot, nowUtcMs: number): TrayModel {
  const { t } = words;
  const { coop, awaited, services, connectivity, checkingNow, policy } = snapshot;
  const unread = (snapshot.unreadAnswers ?? 0) + (snapshot.unreadAnnouncements ?? 0);
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
      ...(coop?.hasEcho ? { calls: t('menu.echo') } : {}),
      ...(coop?.hasBackups && backups ? { backups } : {}),
      ...(unread > 0 ? { unread: t('answers.menu.unread', { count: unread }) } : {}),
      ...(coop?.hasFeedback ? { feedback: t('menu.feedback') } : {}),
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
