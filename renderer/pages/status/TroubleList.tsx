import type { ComponentProps } from 'react';
import { memo } from 'react';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { TroubleBody } from './TroubleBody.tsx';
import styles from './TroubleList.module.css';

type Props = Readonly<{
  trouble: readonly ServiceView[];
  /** Where to look for the services that a root cause takes down. */
  views: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** Each card has a few lines, and more troubles than this likely share a cause. */
const firstCards = 8;

/** Several services in trouble: since when, why, and what to use instead. */
export function TroubleList({ trouble, views, onSelect }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('status.attention')}>
      <LongList items={trouble} first={firstCards} className={styles.list}>
        {(view) => (
          <TroubleCard
            key={view.id}
            view={view}
            dependents={dependentsOf(view.id, views)}
            onSelect={onSelect}
          />
        )}
      </LongList>
    </section>
  );
}

type CardProps = ComponentProps<typeof TroubleBody>;

/** Most have no dependents, which are then always the same array: such a card is drawn again only if it changes. */
const TroubleCard = memo(function TroubleCard({ view, ...rest }: CardProps) {
  return (
    <li className={`card ${styles.card}`}>
      <StateIcon verdict={view.verdict} />
      <div className={styles.text}>
        <h2 dir="auto">{view.name}</h2>
        <TroubleBody view={view} {...rest} />
      </div>
    </li>
  );
});
