import { useState } from 'react';
import type { Removal } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { TakenOut } from '../../components/TakenOut.tsx';

/** Copies what is known of a service, for whoever runs it, and says what was taken out. */
export function CopyDetails({ serviceId }: Readonly<{ serviceId: string }>) {
  const { t } = useWords();
  const [copied, setCopied] = useState<readonly Removal[]>();
  const [kept, setKept] = useState<readonly string[]>([]);
  const copy = async (keep: readonly string[]) => {
    setKept(keep);
    setCopied(await call('status.copyDetails', { serviceId, kept: [...keep] }));
  };
  return (
    <>
      <div className="row">
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
