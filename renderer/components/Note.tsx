import type { ReactNode } from 'react';
import styles from './Note.module.css';

export function Note({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className={styles.note} role="note">
      {children}
    </div>
  );
}
