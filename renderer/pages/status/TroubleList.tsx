import { memo } from 'react';
import type { ServiceView } from '../../../shared/status/view.ts';
import { MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { FeedClause } from './FeedFacts.tsx';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import { Dependents } from './Dependents.tsx';
import { ReportedLine } from './ReportedLine.tsx';
import { DetailsButton, Offers, stateLine } from './parts.tsx';
import styles from './TroubleList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  /** Where to look for the services that a root cause takes down. */
  all: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** Each row has a few lines, and more troubles than this likely share a cause. */
const firstRows = 20;

/** Services in trouble: since when, why, and alternatives. */
export function TroubleList({ views, all, onSelect }: Props) {
  const { t } = useWords();
  const now = useNow();
  return (
    <section aria-label={t('status.attention')}>
      <LongList items={views} first={firstRows} className={styles.list}>
        {(view) => (
          <TroubleItem
            key={view.id}
            view={view}
            dependents={dependentsOf(view.id, all)}
            now={now}
            onSelect={onSelect}
          />
        )}
      </LongList>
    </section>
  );
}

type ItemProps = Readonly<{
  view: ServiceView;
  dependents: readonly ServiceView[];
  now: number;
  onSelect: Props['onSelect'];
}>;

const TroubleItem = memo(function TroubleItem({ view, dependents, now, onSelect }: ItemProps) {
  const words = useWords();
  const { t, times } = words;
  return (
    <li className={styles.item}>
      <StateIcon verdict={view.verdict} />
      <div className={styles.text}>
        <p>
          <strong dir="auto">{view.name}</strong>{' '}
          <span className={styles.state}>{stateLine(words, view, now)}</span>
        </p>
        {view.reason && view.reason.code !== 'not-checked' && (
          <p>{reasonSentence(t, times, view.reason)}</p>
        )}
        <FeedClause view={view} />
        <ReportedLine view={view} />
        <Offers view={view} />
        <MuteControls view={view} />
      </div>
      <DetailsButton view={view} onSelect={onSelect} />
      {dependents.length > 0 && (
        <div className={styles.dependents}>
          <Dependents views={dependents} onSelect={onSelect} />
        </div>
      )}
    </li>
  );
});
