import type { ReactNode } from 'react';
import styles from './Scroll.module.css';

type Props = Readonly<{
  label: string;
  /** Limits the height; the table's head stays in sight. */
  tall?: boolean;
  children: ReactNode;
}>;

/** Holds a table that may be larger than the window. */
export function Scroll({ label, tall = false, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- or the keyboard could not scroll it
    <section className={styles.scroll} data-tall={tall} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
