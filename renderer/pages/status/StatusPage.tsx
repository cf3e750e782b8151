import { useState } from 'react';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { causesOnly } from '../../../shared/status/dependencies.ts';
import { PlanNotes } from './PlanNotes.tsx';
import { isBlind, isMuted, needsAttention, worstFirst } from '../../../shared/status/summary.ts';
import { useWords } from '../../app/words.ts';
import { FilterField } from '../../components/FilterField.tsx';
import { ReportedNotes } from './ReportedLine.tsx';
import { StatusHeader } from './StatusHeader.tsx';
import { ServiceDetail } from './ServiceDetail.tsx';
import { MutedList } from './MutedList.tsx';
import { StatusNotes } from './StatusNotes.tsx';
import { TroubleList } from './TroubleList.tsx';
import { WellList } from './WellList.tsx';
import styles from './StatusPage.module.css';

type Props = Readonly<{
  snapshot: Snapshot;
  /** The service whose detail is shown; undefined for the list. */
  serviceId: string | undefined;
  onSelect: (serviceId: string | undefined) => void;
  onEmergency: () => void;
  onTestEcho: (instanceId: string) => void;
  onFeedback: (serviceId: string) => void;
}>;

/** From this many services on, the list has a filter. */
const filterFrom = 8;

export function StatusPage(props: Props) {
  const { snapshot, serviceId, onSelect, onEmergency } = props;
  const selected = snapshot.services.find((one) => one.id === serviceId);
  if (selected) {
    return (
      <ServiceDetail
        key={selected.id}
        view={selected}
        snapshot={snapshot}
        onBack={() => onSelect(undefined)}
        onSelect={onSelect}
        onTestEcho={props.onTestEcho}
        onFeedback={props.onFeedback}
      />
    );
  }
  return <ServiceList snapshot={snapshot} onSelect={onSelect} onEmergency={onEmergency} />;
}

function ServiceList({
  snapshot,
  onSelect,
  onEmergency,
}: Pick<Props, 'snapshot' | 'onSelect' | 'onEmergency'>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = worstFirst(snapshot.services).filter((one) =>
    one.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  // Without a connection, one note says more than a list of unknown states.
  const trouble = isBlind(snapshot.connectivity) ? [] : found.filter(needsAttention);
  const muted = found.filter(isMuted);
  const apart = new Set([...trouble, ...muted]);
  const rest = found.filter((one) => !apart.has(one));

  return (
    <>
      <StatusHeader snapshot={snapshot} />
      <StatusNotes snapshot={snapshot} onEmergency={onEmergency} />
      {snapshot.services.length === 0 && <p className={styles.empty}>{t('status.empty')}</p>}
      {trouble.length > 0 && (
        <TroubleList views={causesOnly(trouble)} all={trouble} onSelect={onSelect} />
      )}
      <ReportedNotes views={rest} onSelect={onSelect} />
      <PlanNotes views={snapshot.services} />
      {snapshot.services.length >= filterFrom && (
        <div className={styles.filter}>
          <FilterField label={t('status.filter')} text={text} onText={setText} />
        </div>
      )}
      {text.trim() && found.length === 0 && (
        <p className={styles.empty}>{t('status.noMatch', { text: text.trim() })}</p>
      )}
      {muted.length > 0 && <MutedList views={muted} onSelect={onSelect} />}
      {rest.length > 0 && <WellList views={rest} onSelect={onSelect} />}
    </>
  );
}
