import type { ReactNode } from 'react';
import styles from './form.module.css';

type Props = Readonly<{ id?: string; children: ReactNode }>;

/** What went wrong. Stays in the page while empty, because screen readers announce only what changes in it. */
export function ErrorLine({ id, children }: Props) {
  return (
    <p id={id} role="alert" className={styles.error}>
      {children}
    </p>
  );
}
