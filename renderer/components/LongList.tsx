import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';

type Props<T> = Readonly<{
  items: readonly T[];
  /** Rows shown initially. */
  first: number;
  className: string | undefined;
  /** Renders one row, including its key. */
  children: (item: T) => ReactNode;
}>;

/** Shows the first rows, and the rest on request: updating hundreds of rows would block the page. */
export function LongList<T>({ items, first, className, children }: Props<T>) {
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const more = showsAll ? 0 : items.length - first;
  return (
    <>
      <ul className={className}>{(more > 0 ? items.slice(0, first) : items).map(children)}</ul>
      {more > 0 && (
        <button type="button" className="more" onClick={() => setShowsAll(true)}>
          {t('list.more', { count: more })}
        </button>
      )}
    </>
  );
}
