import type { ReactNode } from 'react';
import styles from './Badge.module.css';

type Props = Readonly<{ tone?: 'new' | 'bad' | 'unknown' | 'minor'; children: ReactNode }>;

/** How much waits to be looked at, as a number or in a word or two; at first, of what is new. */
export function Badge({ tone = 'new', children }: Props) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
