import type { ServiceView } from '../../../shared/status/view.ts';
import { PeaceControls } from '../../components/peace/PeaceControls.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { reasonSentence } from '../../../shared/i18n/sentences.ts';
import { FeedClause } from './FeedFacts.tsx';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import { Dependents } from './Dependents.tsx';
import { Offers, stateLine } from './parts.tsx';
import styles from './TroubleList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  /** All services, to find those that a cause takes with it. */
  all: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** Trouble first: since when, what it means, what to do instead. */
export function TroubleList({ views, all, onSelect }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('status.attention')}>
      <ul className={styles.list}>
        {views.map((view) => (
          <TroubleItem
            key={view.id}
            view={view}
            dependents={dependentsOf(view.id, all)}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

function TroubleItem({
  view,
  dependents,
  onSelect,
}: Readonly<{
  view: ServiceView;
  dependents: readonly ServiceView[];
  onSelect: Props['onSelect'];
}>) {
  const words = useWords();
  const { t, times } = words;
  const now = useNow();
  return (
    <li className={styles.item}>
      <StateIcon verdict={view.verdict} />
      <div className={styles.text}>
        <p>
          <strong>{view.name}</strong>{' '}
          <span className={styles.state}>{stateLine(words, view, now)}</span>
        </p>
        {view.reason && view.reason.code !== 'not-checked' && (
          <p>{reasonSentence(t, times, view.reason)}</p>
        )}
        <FeedClause view={view} />
        <Offers view={view} />
        <PeaceControls view={view} />
      </div>
      <button
        type="button"
        aria-label={t('status.detailsOf', { name: view.name })}
        onClick={() => onSelect(view.id)}
      >
        {t('status.details')}
      </button>
      {dependents.length > 0 && (
        <div className={styles.dependents}>
          <Dependents views={dependents} onSelect={onSelect} />
        </div>
      )}
    </li>
  );
}
