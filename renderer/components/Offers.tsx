import { Check, Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { standbySentence } from '../../shared/wording/sentences.ts';
import { offersOf } from '../../shared/status/offers.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import { call } from '../app/bridge.ts';
import { useNow } from '../app/now.ts';
import { useWords } from '../app/words.ts';
import { Numbers } from './Numbers.tsx';
import styles from './Offers.module.css';

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
            <span>
              <Numbers>{t('status.useButton', { instead: name })}</Numbers>
            </span>
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
      <strong>
        <Numbers>{t('status.useButton', { instead: name })}</Numbers>
      </strong>
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
