import { summarySentence } from '../../shared/i18n/sentences.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Summary } from '../../shared/status/summary.ts';
import { needsAttention, worstFirst } from '../../shared/status/summary.ts';
import type { TrayModel } from './tray.ts';

/** A menu is no list of everything: beyond this many services, the window tells. */
const servicesInMenu = 6;

/** What the tray shows of a state. */
export function trayModel(
  t: Translate,
  state: Readonly<{ snapshot: () => Snapshot; summary: () => Summary }>,
): TrayModel {
  const { coop, services, connectivity, checkingNow } = state.snapshot();
  const summary = state.summary();
  return {
    state: coop ? summary.overall : 'unknown',
    sentence: coop ? summarySentence(t, summary, connectivity) : t('summary.noCoop'),
    services: worstFirst(services)
      .filter(needsAttention)
      .slice(0, servicesInMenu)
      .map(({ id, name, verdict }) => ({
        id,
        label: t('menu.service', { name, verdict: t(`verdict.${verdict}`) }),
      })),
    labels: {
      open: t('menu.open'),
      checkNow: t(checkingNow ? 'menu.checking' : 'menu.checkNow'),
      quit: t('menu.quit'),
    },
    canCheck: coop !== undefined && !checkingNow,
  };
}
