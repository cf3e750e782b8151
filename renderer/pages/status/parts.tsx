import { Check, Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { standbySentence } from '../../../shared/wording/sentences.ts';
import { offersOf } from '../../../shared/status/offers.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { call } from '../../app/bridge.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import styles from './parts.module.css';

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

/** What to use instead, best first: a page to open, or a text such as a phone number to copy. */
export function Offers({ view }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  return offersOf(view).map((offer, index) => {
    const name = offer.which === 'instead' ? offer.name : offer.standby.name;
    // One button of a view is the first choice.
    const look = index === 0 ? 'primary' : undefined;
    return (
      <div key={offer.which} className={styles.offer}>
        {offer.hasPage ? (
          <button
            type="button"
            className={look}
            onClick={() => void call('link.open', { serviceId: view.id, which: offer.which })}
          >
            {t('status.useButton', { instead: name })}
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        ) : (
          <OfferText
            serviceId={view.id}
            name={name}
            look={look ?? 'ghost'}
            canCopy={offer.which === 'instead'}
          />
        )}
        {offer.which === 'standby' && (
          <p className="quiet small">{standbySentence(t, times, offer.standby, now)}</p>
        )}
      </div>
    );
  });
}

type OfferTextProps = Readonly<{
  serviceId: string;
  name: string;
  look: 'primary' | 'ghost';
  canCopy: boolean;
}>;

function OfferText({ serviceId, name, look, canCopy }: OfferTextProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => void call('status.copyInstead', { serviceId }).then(() => setCopied(true));
  return (
    <p className={styles.instead}>
      <strong>{t('status.useButton', { instead: name })}</strong>
      {canCopy && (
        <button
          type="button"
          className={look}
          aria-label={copied ? t('status.copied') : t('status.copyInstead', { instead: name })}
          title={t('status.copyInstead', { instead: name })}
          onClick={copy}
        >
          {copied ? (
            <Check size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Copy size={16} strokeWidth={1.75} aria-hidden="true" />
          )}
          {t(copied ? 'status.copied' : 'emergency.copy')}
        </button>
      )}
    </p>
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
