import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';
import styles from './LongList.module.css';

/** As far as anybody reads. Drawing hundreds of rows anew while they all change would stop the page. */
const firstRows = 40;

type Props<T> = Readonly<{
  items: readonly T[];
  className: string | undefined;
  /** One row, with its key. */
  children: (item: T) => ReactNode;
}>;

/** A list that shows its beginning, and the rest on request. */
export function LongList<T>({ items, className, children }: Props<T>) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const more = whole ? 0 : items.length - firstRows;
  return (
    <>
      <ul className={className}>{(more > 0 ? items.slice(0, firstRows) : items).map(children)}</ul>
      {more > 0 && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('list.more', { count: more })}
        </button>
      )}
    </>
  );
}
