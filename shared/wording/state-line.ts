import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import type { ServiceView } from '../status/view.ts';

/** Shorter spans are shown as “just now”: ticking seconds distract. */
const justNowMs = 60_000;

/** A service's state and since when, such as "down since 13:50 (12 min) · confirming". Pure. */
export function stateLine(
  { t, times }: Readonly<{ t: Translate; times: Times }>,
  view: ServiceView,
  nowUtcMs: number,
): string {
  const verdict = t(`verdict.${view.verdict}`);
  const never = view.asOfUtcMs === undefined && view.feed?.readAtUtcMs === undefined;
  const lastedMs = nowUtcMs - view.sinceUtcMs;
  const since = t('status.since', {
    verdict,
    time: times.clock(view.sinceUtcMs, nowUtcMs),
    duration: lastedMs < justNowMs ? t('status.justNow') : times.span(lastedMs),
  });
  const work = view.verdict === 'maintenance' ? view.maintenance : undefined;
  if (work && work.startsUtcMs <= nowUtcMs) {
    return t('status.until', { verdict, time: times.clock(work.endsUtcMs, nowUtcMs) });
  }
  const parts = [
    never ? t('status.neverSeen') : since,
    view.checking === 'failing' && t('status.confirming'),
    view.checking === 'recovering' && t('status.recovering'),
    view.lastKnown && t('status.lastKnown', { verdict: t(`verdict.${view.lastKnown}`) }),
  ];
  return parts.filter(Boolean).join(' · ');
}
