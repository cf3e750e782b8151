import { useEffect, useRef } from 'react';
import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { stateLine } from '../../../shared/wording/state-line.ts';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import { feltVerdict, impactOf } from '../../../shared/status/impact.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import type { Go } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { Acknowledgements } from '../../components/notification-policy/Acknowledgements.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Said } from '../../components/Said.tsx';
import { StateIcon, stateLooks } from '../../components/StateIcon.tsx';
import { Actions } from './Actions.tsx';
import { Dependents } from './Dependents.tsx';
import { Facts } from './Facts.tsx';
import { HistorySection } from './history/HistorySection.tsx';
import { PlanLine } from './parts.tsx';
import { ReportedLine } from './ReportedLine.tsx';
import { StarButton } from './StarButton.tsx';
import styles from './ServiceDetail.module.css';

type Props = Readonly<{
  view: ServiceView;
  snapshot: Snapshot;
  onSelect: (serviceId: string) => void;
  go: Go;
}>;

export function ServiceDetail({ view, snapshot, onSelect, go }: Props) {
  const { t } = useWords();
  const felt = feltVerdict(view);
  const heading = useRef<HTMLHeadingElement>(null);
  // So that screen readers announce the new page.
  useEffect(() => heading.current?.focus(), []);

  return (
    <article className={styles.page}>
      <BackButton label={t('status.back')} onBack={() => go({ page: 'status' })} />
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          <Said words={[view.name, t(`verdict.${felt}`)]}>
            <StateIcon verdict={felt} />
            <bdi>{view.name}</bdi>
          </Said>
        </h1>
        <span aria-hidden="true">
          <Pill tone={stateLooks[felt].tone}>
            <span className="capital">{t(`verdict.${felt}`)}</span>
          </Pill>
        </span>
        <StarButton view={view} />
      </header>
      {view.description && (
        <p className="quiet" dir="auto">
          {view.description}
        </p>
      )}
      <Answer view={view} snapshot={snapshot} onSelect={onSelect} />
      <Actions view={view} snapshot={snapshot} go={go} />
      <div className={styles.columns}>
        <HistorySection view={view} problem={snapshot.historyProblem} />
        <Facts view={view} />
      </div>
    </article>
  );
}

type AnswerProps = Pick<Props, 'view' | 'snapshot' | 'onSelect'>;

/** Since when, why, and who is on it. */
function Answer({ view, snapshot, onSelect }: AnswerProps) {
  const words = useWords();
  const { t, times } = words;
  const now = useNow();
  const dependents = dependentsOf(view.id, snapshot.services);
  const why = view.reason && reasonSentence(t, times, view.reason);
  const isChore = impactOf(view) === 'chore';
  return (
    <div className={styles.answer}>
      <p className={`${styles.state} capital`}>{stateLine(words, view, now)}</p>
      {why && <p>{isChore ? t('status.choreNote', { why }) : why}</p>}
      <ReportedLine view={view} />
      {view.reported && <p className="quiet">{t('answers.reported.says')}</p>}
      {view.explainedBy && <p>{t('depends.because', { name: view.explainedBy.name })}</p>}
      {dependents.length > 0 && <Dependents views={dependents} onSelect={onSelect} />}
      <PlanLine view={view} />
      <Acknowledgements view={view} />
    </div>
  );
}
