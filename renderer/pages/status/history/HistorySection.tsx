import { useEffect, useState } from 'react';
import type { HistoryProblem, HistoryView, Range } from '../../../../shared/history/view.ts';
import { withRunning } from '../../../../shared/history/running.ts';
import type { ServiceView } from '../../../../shared/status/view.ts';
import { call } from '../../../app/bridge.ts';
import { useNow } from '../../../app/now.ts';
import { useWords } from '../../../app/words.ts';
import { DayStrip } from './DayStrip.tsx';
import { ExportButtons } from '../../../components/history/ExportButtons.tsx';
import { Retriable } from '../../../components/Retriable.tsx';
import styles from './HistorySection.module.css';
import { IncidentList } from './IncidentList.tsx';
import { ResponseTimes } from './ResponseTimes.tsx';
import { Uptimes } from './Uptimes.tsx';

type Props = Readonly<{ view: ServiceView; problem: HistoryProblem | undefined }>;

/** The history of a service: days, uptime, incidents and response times. */
export function HistorySection(props: Props) {
  return <Retriable>{(onRetry) => <Loaded onRetry={onRetry} {...props} />}</Retriable>;
}

function Loaded({ view, problem, onRetry }: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const now = useNow();
  const { id: serviceId } = view;
  const [range, setRange] = useState<Range>('day');
  const history = useHistory(serviceId, range);
  if (typeof history === 'string') {
    const why = problem ? t(`history.problem.${problem.code}`, { file: problem.file ?? '' }) : '';
    return (
      <section className={styles.none}>
        <h2>{t('history.title')}</h2>
        <p className="quiet">{why || t(`history.${history}`)}</p>
        {history === 'failed' && (
          <button type="button" onClick={onRetry}>
            {t('state.retry')}
          </button>
        )}
      </section>
    );
  }
  return (
    <section className={styles.section} aria-label={t('history.title')}>
      <DayStrip strip={history.strip} />
      <Uptimes uptimes={history.uptimes} />
      <IncidentList
        incidents={withRunning(history.incidents, view, now)}
        older={history.olderIncidents}
      />
      <ResponseTimes history={history} range={range} onRange={setRange} />
      <ExportButtons serviceId={serviceId} />
    </section>
  );
}

/** Main writes the history this often. */
const refreshMs = 60_000;

type Read = HistoryView | 'loading' | 'none' | 'failed';

/** Keeps the last result while the next one loads. */
function useHistory(serviceId: string, range: Range): Read {
  const [history, setHistory] = useState<Read>('loading');
  useEffect(() => {
    let isActive = true;
    const take = (next: Read) => {
      if (isActive) setHistory(next);
    };
    const load = () => {
      if (document.hidden) return;
      call('history.get', { serviceId, range })
        .then((view) => take(view ?? 'none'))
        .catch(() => take('failed'));
    };
    load();
    const timer = setInterval(load, refreshMs);
    return () => {
      isActive = false;
      clearInterval(timer);
    };
  }, [serviceId, range]);
  return history;
}
