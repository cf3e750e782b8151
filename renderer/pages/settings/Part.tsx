import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './Part.module.css';

/** A group of settings under its heading. */
export function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={`card ${styles.card}`}>{children}</div>
    </section>
  );
}
