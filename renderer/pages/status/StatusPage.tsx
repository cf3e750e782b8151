import { useCallback } from 'react';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { causesOnly } from '../../../shared/status/dependencies.ts';
import { PlanNotes } from './PlanNotes.tsx';
import { isBlind, isMuted, needsAttention, worstFirst } from '../../../shared/status/summary.ts';
import type { Go, PageProps } from '../../app/page-props.ts';
import { useKept } from '../../app/kept.ts';
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

/** Minimum number of services for a filter. */
const filterFrom = 8;

export function StatusPage({ route, snapshot, go }: PageProps<'status'>) {
  const selected = snapshot.services.find((one) => one.id === route.serviceId);
  // A stable function, so that unchanged rows are not re-rendered.
  const onSelect = useCallback((serviceId: string) => go({ page: 'status', serviceId }), [go]);
  if (selected) {
    return (
      <ServiceDetail
        key={selected.id}
        view={selected}
        snapshot={snapshot}
        onSelect={onSelect}
        go={go}
      />
    );
  }
  return <ServiceList snapshot={snapshot} onSelect={onSelect} go={go} />;
}

type ListProps = Readonly<{
  snapshot: Snapshot;
  onSelect: (serviceId: string) => void;
  go: Go;
}>;

function ServiceList({ snapshot, onSelect, go }: ListProps) {
  const { t } = useWords();
  const [text, setText] = useKept('status.filter', '');
  const found = worstFirst(snapshot.services).filter((one) =>
    one.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  // Without a connection, a note replaces the list of unknown states.
  const trouble = isBlind(snapshot.connectivity) ? [] : found.filter(needsAttention);
  const muted = found.filter(isMuted);
  const listedAbove = new Set([...trouble, ...muted]);
  const rest = found.filter((one) => !listedAbove.has(one));

  return (
    <>
      <StatusHeader snapshot={snapshot} />
      <StatusNotes snapshot={snapshot} onEmergency={() => go({ page: 'emergency' })} />
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
