import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';

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
