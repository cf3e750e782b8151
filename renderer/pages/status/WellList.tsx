import type { ServiceView } from '../../../shared/status/view.ts';
import { useWords } from '../../app/words.ts';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './WellList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** What is well is small. */
export function WellList({ views, onSelect }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('status.well')}>
      <ul className={styles.list}>
        {views.map((view) => (
          <li key={view.id}>
            <button type="button" className={styles.item} onClick={() => onSelect(view.id)}>
              <StateIcon verdict={view.verdict} />
              <span className={styles.name}>{view.name}</span>
              <span className={styles.figure}>{figureOf(t, view)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The round trip of a service that is up; of any other, its state as a word. */
function figureOf(t: ReturnType<typeof useWords>['t'], view: ServiceView): string {
  if (view.checking === 'failing') return t('status.confirming');
  const ms = view.timings?.total;
  if (view.verdict !== 'up' || ms === undefined) return t(`verdict.${view.verdict}`);
  return `${t('verdict.up')}, ${t('status.ms', { ms: Math.round(ms) })}`;
}
