import { summarySentence } from '../../shared/i18n/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { muteLengths } from '../../shared/peace/mutes.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Summary } from '../../shared/status/summary.ts';
import { isMuted, needsAttention, worstFirst } from '../../shared/status/summary.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { TrayModel } from './tray.ts';

/** A menu is no list of everything: beyond this many services, the window tells. */
const servicesInMenu = 6;

type Words = Readonly<{ t: Translate; times: Times }>;

/** What the tray shows of a state. */
export function trayModel(
  words: Words,
  state: Readonly<{ snapshot: () => Snapshot; summary: () => Summary }>,
  nowUtcMs: number,
): TrayModel {
  const { t } = words;
  const { coop, services, connectivity, checkingNow, peace } = state.snapshot();
  const summary = state.summary();
  const sorted = worstFirst(services);
  return {
    state: coop ? summary.overall : 'unknown',
    sentence: coop ? summarySentence(t, summary, connectivity) : t('summary.noCoop'),
    services: [...sorted.filter(needsAttention), ...sorted.filter(isMuted)]
      .slice(0, servicesInMenu)
      .map((view) => ({ id: view.id, label: labelOf(t, view), muted: isMuted(view) })),
    labels: {
      open: t('menu.open'),
      openService: t('status.open'),
      checkNow: t(checkingNow ? 'menu.checking' : 'menu.checkNow'),
      quit: t('menu.quit'),
      pause: pauseLabel(words, peace.hush, nowUtcMs),
      pauseFor: muteLengths.map((length) => ({ length, label: t(`peace.pause.${length}`) })),
      resume: t('peace.resume'),
      snoozeFor: muteLengths.map((length) => ({ length, label: t(`peace.snooze.${length}`) })),
      unsnooze: t('peace.unsnooze'),
    },
    canCheck: coop !== undefined && !checkingNow,
    isPaused: peace.hush?.why === 'pause',
  };
}

function labelOf(t: Translate, view: ServiceView): string {
  const verdict = t(`verdict.${view.verdict}`);
  const label = t('menu.service', { name: view.name, verdict });
  if (isMuted(view)) return t('menu.muted', { label });
  return view.acknowledged ? t('menu.seen', { label }) : label;
}

/** The item that pauses says, while it is quiet, until when. */
function pauseLabel(
  { t, times }: Words,
  hush: Snapshot['peace']['hush'],
  nowUtcMs: number,
): string {
  if (!hush) return t('peace.pause');
  if (hush.untilUtcMs === undefined) return t('peace.quiet');
  return t('peace.quietUntil', { time: times.clock(hush.untilUtcMs, nowUtcMs) });
}
