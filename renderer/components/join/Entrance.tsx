import type { ReactNode } from 'react';
import styles from './Entrance.module.css';

/** A page without the rail: what a member sees before their co-op's pages. */
export function Entrance({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <main className={`${styles.page} scrolls`}>
      <div className={styles.card}>{children}</div>
    </main>
  );
}
