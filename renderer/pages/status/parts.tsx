import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';

/** Shorter spans are shown as “just now”: ticking seconds distract. */
const justNowMs = 60_000;

/** Such as "down since 13:50 (12 min) · confirming". */
export function stateLine({ t, times }: Words, view: ServiceView, now: number): string {
  const verdict = t(`verdict.${view.verdict}`);
  const never = view.asOfUtcMs === undefined && view.feed?.readAtUtcMs === undefined;
  const lastedMs = now - view.sinceUtcMs;
  const since = t('status.since', {
    verdict,
    time: times.clock(view.sinceUtcMs, now),
    duration: lastedMs < justNowMs ? t('status.justNow') : times.span(lastedMs),
  });
  const work = view.verdict === 'maintenance' ? view.maintenance : undefined;
  if (work && work.startsUtcMs <= now) {
    return t('status.until', { verdict, time: times.clock(work.endsUtcMs, now) });
  }
  const parts = [
    never ? t('status.neverSeen') : since,
    view.checking === 'failing' && t('status.confirming'),
    view.checking === 'recovering' && t('status.recovering'),
    view.lastKnown && t('status.lastKnown', { verdict: t(`verdict.${view.lastKnown}`) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

type DetailsProps = Readonly<{ view: ServiceView; onSelect: (serviceId: string) => void }>;

export function DetailsButton({ view: { id, name }, onSelect }: DetailsProps) {
  const { t } = useWords();
  return (
    <button type="button" aria-label={t('status.detailsOf', { name })} onClick={() => onSelect(id)}>
      {t('status.details')}
    </button>
  );
}

/** Maintenance not visible in the service's state: planned, or under way while the service is up. */
export function PlanLine({ view }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  if (!view.maintenance || view.verdict === 'maintenance') return null;
  const { title, startsUtcMs, endsUtcMs } = view.maintenance;
  const until = times.clock(endsUtcMs, Math.max(startsUtcMs, now));
  if (startsUtcMs > now) {
    return <p>{t('plan.next', { title, from: times.clock(startsUtcMs, now), until })}</p>;
  }
  return view.verdict === 'up' ? <p>{t('plan.now', { title, until })}</p> : null;
}
