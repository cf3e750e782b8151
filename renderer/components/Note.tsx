import type { ReactNode } from 'react';
import styles from './Note.module.css';

/** Something a member should know before reading on. */
export function Note({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className={styles.note} role="note">
      {children}
    </div>
  );
}
