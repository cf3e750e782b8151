import { memo } from 'react';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './WellList.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

const firstRows = 40;

/** Services that are well, in a compact list. */
export function WellList({ views, onSelect }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('status.well')}>
      <LongList items={views} first={firstRows} className={styles.list}>
        {(view) => <WellItem key={view.id} view={view} onSelect={onSelect} />}
      </LongList>
    </section>
  );
}

type ItemProps = Readonly<{ view: ServiceView; onSelect: Props['onSelect'] }>;

const WellItem = memo(function WellItem({ view, onSelect }: ItemProps) {
  return (
    <li>
      <button type="button" className={styles.item} onClick={() => onSelect(view.id)}>
        <StateIcon verdict={view.verdict} />
        <span className={styles.name} dir="auto">
          {view.name}
        </span>
        <Figure view={view} />
      </button>
    </li>
  );
});

/** The response time if the service is up, else its state. */
function Figure({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const ms = view.timings?.total;
  if (view.checking === 'failing') {
    return <span className={styles.figure}>{t('status.confirming')}</span>;
  }
  if (view.verdict !== 'up' || ms === undefined) {
    return <span className={styles.figure}>{t(`verdict.${view.verdict}`)}</span>;
  }
  return (
    <span className={styles.figure}>
      <span className="unseen">{t('verdict.up')}, </span>
      {t('status.ms', { ms: Math.round(ms) })}
    </span>
  );
}
