import type { ReactNode } from 'react';
import styles from './form.module.css';

type Props = Readonly<{ id?: string; children: ReactNode }>;

/** An error message. Rendered even while empty: screen readers announce only changes of an existing alert. */
export function ErrorLine({ id, children }: Props) {
  return (
    <p id={id} role="alert" className={styles.error}>
      {children}
    </p>
  );
}
