import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Removal } from '../../../shared/redact/removals.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { TakenOut } from '../../components/TakenOut.tsx';
import styles from './ServiceDetail.module.css';

type Props = Readonly<{ view: ServiceView; checkingNow: boolean; children: ReactNode }>;

/** The actions for a service; `children` are further buttons. */
export function Actions({ view, checkingNow, children }: Props) {
  const { t } = useWords();
  const [copied, setCopied] = useState<readonly Removal[]>();
  const [kept, setKept] = useState<readonly string[]>([]);
  const copy = async (keep: readonly string[]) => {
    setKept(keep);
    setCopied(await call('status.copyDetails', { serviceId: view.id, kept: [...keep] }));
  };
  return (
    <>
      <div className={`row ${styles.actions}`}>
        {view.hasPage && (
          <button
            type="button"
            // What is down is the last thing to lead to: what to use instead stands above.
            className={view.verdict === 'down' ? undefined : 'primary'}
            onClick={() => void call('link.open', { serviceId: view.id, which: 'page' })}
          >
            {t('status.openService', { name: view.name })}
          </button>
        )}
        <button
          type="button"
          aria-disabled={checkingNow}
          onClick={() => {
            if (!checkingNow) void call('status.checkNow', { serviceId: view.id });
          }}
        >
          {t(checkingNow ? 'status.checking' : 'status.checkNow')}
        </button>
        {children}
        <button type="button" onClick={() => void copy(kept)}>
          {t('status.copy')}
        </button>
        {copied && <output className="quiet">{t('status.copied')}</output>}
      </div>
      <TakenOut
        legend="redact.legend.copy"
        removals={copied ?? []}
        kept={kept}
        onKeep={(next) => void copy(next)}
      />
    </>
  );
}
