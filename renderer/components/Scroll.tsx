import type { ReactNode } from 'react';
import styles from './Scroll.module.css';

type Props = Readonly<{
  label: string;
  /** Limits the height and makes the table's head sticky. */
  tall?: boolean;
  children: ReactNode;
}>;

/** A scroll container for a table that may be larger than the window. */
export function Scroll({ label, tall = false, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- for scrolling by keyboard
    <section className={styles.scroll} data-tall={tall} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
