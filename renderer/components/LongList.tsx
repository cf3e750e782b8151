import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';

type Props<T> = Readonly<{
  items: readonly T[];
  /** Rows that are shown at first. */
  first: number;
  className: string | undefined;
  /** One row, with its key. */
  children: (item: T) => ReactNode;
}>;

/**
 * Shows the first rows, and the rest on request: hundreds of rows that all change would block the page.
 */
export function LongList<T>({ items, first, className, children }: Props<T>) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const more = whole ? 0 : items.length - first;
  return (
    <>
      <ul className={className}>{(more > 0 ? items.slice(0, first) : items).map(children)}</ul>
      {more > 0 && (
        <button type="button" className="more" onClick={() => setWhole(true)}>
          {t('list.more', { count: more })}
        </button>
      )}
    </>
  );
}
