import { Activity } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { isMuted } from '../../../shared/status/summary.ts';
import { filterBy } from '../../../shared/text/filter.ts';
import { headlineOf } from '../../../shared/wording/headline.ts';
import type { Go, PageProps } from '../../app/page-props.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FilterField } from '../../components/FilterField.tsx';
import { Chores } from './Chores.tsx';
import { MutedList } from './MutedList.tsx';
import { PlanRows } from './PlanRows.tsx';
import { ReportedNotes } from './ReportedLine.tsx';
import { ServiceDetail } from './ServiceDetail.tsx';
import { ServiceGroups } from './ServiceGroups.tsx';
import { StatusBanner } from './StatusBanner.tsx';
import { StatusNotes } from './StatusNotes.tsx';
import { StripLegend } from './StripLegend.tsx';
import { TroubleList } from './TroubleList.tsx';
import { useOverview } from './use-overview.ts';
import { WeekList } from './WeekList.tsx';
import styles from './StatusPage.module.css';

/** Minimum number of services for a filter. */
const filterFrom = 8;

export function StatusPage({ route, snapshot, go }: PageProps<'status'>) {
  const selected = snapshot.services.find((one) => one.id === route.serviceId);
  // A stable function, so that unchanged rows are not re-rendered.
  const onSelect = useCallback((serviceId: string) => go({ page: 'status', serviceId }), [go]);
  useFocusOnRow(selected?.id);
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

/** Back from a service, the focus returns to its row. */
function useFocusOnRow(selectedId: string | undefined): void {
  const last = useRef(selectedId);
  useEffect(() => {
    const left = last.current;
    last.current = selectedId;
    if (left === undefined || selectedId !== undefined) return;
    const row = document.querySelector<HTMLElement>(`[data-row='${left}'] button`);
    row?.focus();
  }, [selectedId]);
}

type ListProps = Readonly<{
  snapshot: Snapshot;
  onSelect: (serviceId: string) => void;
  go: Go;
}>;

function ServiceList({ snapshot, onSelect, go }: ListProps) {
  const { t } = useWords();
  const [text, setText] = useKept('status.filter', '');
  const { services, policy } = snapshot;
  const days = useOverview(snapshot.coop?.source);
  const headline = headlineOf(t, snapshot);
  const members = services.filter(({ audience }) => audience !== 'admins');
  const isWanted = filterBy(text);
  const found = members.filter(({ name }) => isWanted(name));
  const inTrouble = new Set(headline.trouble);
  const reported = services.filter((view) => !inTrouble.has(view));
  const muted = services.filter(isMuted);

  return (
    <>
      <StatusBanner snapshot={snapshot} headline={headline} onSelect={onSelect} />
      <StatusNotes snapshot={snapshot} go={go} />
      {services.length === 0 && <EmptyState icon={Activity} text={t('status.empty')} />}
      {headline.trouble.length > 1 && (
        <TroubleList trouble={headline.trouble} views={services} onSelect={onSelect} />
      )}
      <ReportedNotes views={reported} onSelect={onSelect} />
      <PlanRows views={services} />
      {members.length >= filterFrom && (
        <div className={styles.filter}>
          <FilterField label={t('status.filter')} text={text} onText={setText} />
        </div>
      )}
      {text.trim() && found.length === 0 && (
        <p className={styles.empty}>{t('status.noMatch', { text: text.trim() })}</p>
      )}
      <ServiceGroups views={found} days={days} onSelect={onSelect} />
      <StripLegend strips={found.flatMap(({ id }) => days?.byService.get(id)?.days ?? [])} />
      {muted.length > 0 && <MutedList views={muted} onSelect={onSelect} />}
      <Chores views={services} helps={policy.scope.chores} onSelect={onSelect} />
      {days && <WeekList views={services} incidents={days.incidents} onSelect={onSelect} />}
    </>
  );
}
