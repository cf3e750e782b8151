import type { TargetView } from '../../../shared/backups/view.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import type { AllRows } from './TargetRow.tsx';
import { TargetRow } from './TargetRow.tsx';
import styles from './Targets.module.css';

type Props = Readonly<{ targets: readonly TargetView[] }> & AllRows;

const firstRows = 20;
/** More than this likely share a cause: their rows stay closed. */
const opensUpTo = 3;

/** One row for each backup: those that need attention, and the others. */
export function Targets({ targets, ...common }: Props) {
  const { t } = useWords();
  const trouble = targets.filter(({ state }) => state !== 'good');
  const good = targets.filter(({ state }) => state === 'good');
  const bad = trouble.filter(({ state }) => state === 'bad');
  const open = new Set((bad.length > 0 ? bad : trouble.slice(0, 1)).map(({ id }) => id));
  const parts = [
    { id: 'backups-attention', title: t('backupspage.attention'), rows: trouble },
    { id: 'backups-good', title: t('backupspage.well'), rows: good },
  ];
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, rows }) => (
      <section key={id} className={styles.part} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <LongList items={rows} first={firstRows} className={styles.list}>
          {(target) => (
            <TargetRow
              key={target.id}
              target={target}
              opens={open.size <= opensUpTo && open.has(target.id)}
              {...common}
            />
          )}
        </LongList>
      </section>
    ));
}
