import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useKeptFocus } from '../../app/focus.ts';
import styles from './Entrance.module.css';

type Props = Readonly<{
  /** It takes the place of a page that had the focus. */
  focusesHeading?: boolean;
  children: ReactNode;
}>;

/** A page without the rail: what a member sees before their co-op's pages. */
export function Entrance({ focusesHeading = false, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  useEffect(() => {
    if (focusesHeading) main.current?.querySelector('h1')?.focus();
  }, [focusesHeading]);
  return (
    <main ref={main} className={styles.page}>
      <div className={styles.card}>{children}</div>
    </main>
  );
}
