import { useState } from 'react';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { isBlind, needsAttention, worstFirst } from '../../../shared/status/summary.ts';
import { useWords } from '../../app/words.ts';
import { StatusHeader } from './StatusHeader.tsx';
import { ServiceDetail } from './ServiceDetail.tsx';
import { StatusNotes } from './StatusNotes.tsx';
import { TroubleList } from './TroubleList.tsx';
import { WellList } from './WellList.tsx';
import styles from './StatusPage.module.css';

type Props = Readonly<{
  snapshot: Snapshot;
  /** The service whose detail is shown; undefined for the list. */
  serviceId: string | undefined;
  onSelect: (serviceId: string | undefined) => void;
}>;

/** More services than this, and a list wants to be typed into. */
const filterFrom = 8;

export function StatusPage({ snapshot, serviceId, onSelect }: Props) {
  const selected = snapshot.services.find((one) => one.id === serviceId);
  if (selected) {
    return (
      <ServiceDetail
        key={selected.id}
        view={selected}
        snapshot={snapshot}
        onBack={() => onSelect(undefined)}
      />
    );
  }
  return <ServiceList snapshot={snapshot} onSelect={onSelect} />;
}

function ServiceList({ snapshot, onSelect }: Pick<Props, 'snapshot' | 'onSelect'>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = worstFirst(snapshot.services).filter((one) =>
    one.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
  );
  // While we are blind, one note explains all; a list of question marks would only repeat it.
  const trouble = isBlind(snapshot.connectivity) ? [] : found.filter(needsAttention);
  const apart = new Set(trouble);
  const rest = found.filter((one) => !apart.has(one));

  return (
    <>
      <StatusHeader snapshot={snapshot} />
      <StatusNotes snapshot={snapshot} />
      {snapshot.services.length === 0 && <p className={styles.empty}>{t('status.empty')}</p>}
      {trouble.length > 0 && <TroubleList views={trouble} onSelect={onSelect} />}
      {snapshot.services.length >= filterFrom && (
        <input
          type="search"
          className={styles.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t('status.filter')}
          placeholder={t('status.filter')}
        />
      )}
      {text.trim() && found.length === 0 && (
        <p className={styles.empty}>{t('status.noMatch', { text: text.trim() })}</p>
      )}
      {rest.length > 0 && <WellList views={rest} onSelect={onSelect} />}
    </>
  );
}
