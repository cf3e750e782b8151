import type { ReactNode } from 'react';
import styles from './Pill.module.css';
import type { Tone } from './tone.ts';

/** A state in a word or two, on its soft fill. */
export function Pill({ tone, children }: Readonly<{ tone: Tone; children: ReactNode }>) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
