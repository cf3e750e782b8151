import type { ReactNode } from 'react';
import type { TargetView } from '../../../shared/backups/view.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import type { AllRows } from './TargetRow.tsx';
import { TargetRow } from './TargetRow.tsx';
import styles from './Targets.module.css';

type Props = Readonly<{
  targets: readonly TargetView[];
  /** Comes after the backups that need attention. */
  children: ReactNode;
}> &
  AllRows;

const firstRows = 20;
/** More than this likely share a cause: their rows stay closed. */
const opensUpTo = 3;

/** One row for each backup: those that need attention, and the others. */
export function Targets({ targets, children, ...common }: Props) {
  const { t } = useWords();
  const trouble = targets.filter(({ state }) => state !== 'good');
  const good = targets.filter(({ state }) => state === 'good');
  return (
    <>
      <Part id="backups-attention" title={t('backupspage.attention')} rows={trouble} {...common} />
      {children}
      <Part id="backups-good" title={t('backupspage.well')} rows={good} {...common} />
    </>
  );
}

type PartProps = Readonly<{ id: string; title: string; rows: readonly TargetView[] }> & AllRows;

function Part({ id, title, rows, ...common }: PartProps) {
  if (rows.length === 0) return null;
  const open = openAtFirst(rows);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <LongList items={rows} first={firstRows} className={styles.list}>
        {(target) => (
          <TargetRow key={target.id} target={target} opens={open.has(target.id)} {...common} />
        )}
      </LongList>
    </section>
  );
}

/** Those at risk, otherwise the worst, by id. */
function openAtFirst(rows: readonly TargetView[]): ReadonlySet<string> {
  const bad = rows.filter(({ state }) => state === 'bad');
  const trouble = rows.filter(({ state }) => state !== 'good').slice(0, 1);
  const open = bad.length > 0 ? bad : trouble;
  return new Set(open.length <= opensUpTo ? open.map(({ id }) => id) : []);
}
