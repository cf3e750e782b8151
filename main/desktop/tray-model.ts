import { standbySentence, summarySentence } from '../../shared/i18n/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { causesOnly, dependentsOf } from '../../shared/status/dependencies.ts';
import { offersOf } from '../../shared/status/offers.ts';
import type { Summary } from '../../shared/status/summary.ts';
import { needsAttention, worstFirst } from '../../shared/status/summary.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { TrayModel } from './tray.ts';

/** A menu is no list of everything: beyond this many services, the window tells. */
const servicesInMenu = 6;

/** What the tray shows of a state. */
export function trayModel(
  t: Translate,
  times: Times,
  nowUtcMs: number,
  state: Readonly<{ snapshot: () => Snapshot; summary: () => Summary }>,
): TrayModel {
  const { coop, services, connectivity, checkingNow } = state.snapshot();
  const summary = state.summary();
  return {
    state: coop ? summary.overall : 'unknown',
    sentence: coop ? summarySentence(t, summary, connectivity) : t('summary.noCoop'),
    services: causesOnly(worstFirst(services).filter(needsAttention))
      .slice(0, servicesInMenu)
      .map((view) => ({
        id: view.id,
        label: labelOf(t, view, services),
        offers: offersIn(t, times, view, nowUtcMs),
      })),
    labels: {
      open: t('menu.open'),
      checkNow: t(checkingNow ? 'menu.checking' : 'menu.checkNow'),
      quit: t('menu.quit'),
      ...(coop?.emergency ? { emergency: t('page.emergency') } : {}),
    },
    canCheck: coop !== undefined && !checkingNow,
  };
}

function labelOf(t: Translate, view: ServiceView, views: readonly ServiceView[]): string {
  const count = dependentsOf(view.id, views).length;
  const params = { name: view.name, verdict: t(`verdict.${view.verdict}`), count };
  return t(count > 0 ? 'menu.serviceWith' : 'menu.service', params);
}

/** The best first; without a page there is nothing to open, only advice. */
function offersIn(t: Translate, times: Times, view: ServiceView, nowUtcMs: number) {
  return offersOf(view).map((offer) => ({
    label:
      offer.which === 'instead'
        ? t('status.use', { instead: offer.name })
        : standbySentence(t, times, offer.standby, nowUtcMs),
    ...(offer.hasPage ? { link: { serviceId: view.id, which: offer.which } } : {}),
  }));
}
