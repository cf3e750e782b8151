/** Tray items of services, each with what a member can do about it. */
import { standbySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { muteLengths } from '../../shared/triage/mutes.ts';
import { causesOnly, dependentsOf } from '../../shared/status/dependencies.ts';
import { offersOf } from '../../shared/status/offers.ts';
import { impactOf } from '../../shared/status/impact.ts';
import { isMuted, needsAttention, worstFirst } from '../../shared/status/summary.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { TrayCommand, TrayItem } from './tray-command.ts';

/** The rest are in the window. */
const menuLimit = 6;

type Words = Readonly<{ t: Translate; times: Times }>;

/** Services that members may not be able to use, worst first, then muted ones. */
export function serviceItems(
  words: Words,
  services: readonly ServiceView[],
  nowUtcMs: number,
): readonly TrayItem[] {
  const sorted = worstFirst(services);
  return [...causesOnly(sorted.filter(isOut)), ...sorted.filter(isMuted)]
    .slice(0, menuLimit)
    .map((view) => ({
      label: labelOf(words.t, view, services),
      items: actionsOf(words, view, nowUtcMs),
    }));
}

/** Planned work is no trouble, but what to use instead is of interest. */
function isOut(view: ServiceView): boolean {
  return needsAttention(view) || (impactOf(view) === 'maintenance' && !isMuted(view));
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

/** Alternatives come first: they are why most people open this menu. */
function actionsOf(words: Words, view: ServiceView, nowUtcMs: number): readonly TrayItem[] {
  const { t } = words;
  const { id: serviceId } = view;
  const details: TrayCommand = { do: 'show', route: { page: 'status', serviceId } };
  return [
    ...offerItems(words, view, details, nowUtcMs),
    { label: t('status.details'), command: details },
    'separator',
    ...(isMuted(view) ? [unsnoozeItem(t, serviceId)] : snoozeItems(t, serviceId)),
  ];
}

/** Best first. An alternative without a page leads to the details. */
function offerItems(
  { t, times }: Words,
  view: ServiceView,
  details: TrayCommand,
  nowUtcMs: number,
): readonly TrayItem[] {
  return offersOf(view).map((offer) => ({
    label:
      offer.which === 'instead'
        ? t('status.use', { instead: offer.name })
        : standbySentence(t, times, offer.standby, nowUtcMs),
    command: offer.hasPage
      ? { do: 'openLink', link: { serviceId: view.id, which: offer.which } }
      : details,
  }));
}

function unsnoozeItem(t: Translate, serviceId: string): TrayItem {
  return { label: t('policy.unsnooze'), command: { do: 'unsnooze', serviceId } };
}

function snoozeItems(t: Translate, serviceId: string): readonly TrayItem[] {
  return muteLengths.map((length) => ({
    label: t(`policy.snooze.${length}`),
    command: { do: 'snooze', serviceId, length },
  }));
}
