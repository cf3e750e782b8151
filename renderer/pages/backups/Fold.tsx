import { useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

type Props = Readonly<{
  title: ReactNode;
  className?: string | undefined;
  children: () => ReactNode;
}>;

/** Renders its content only while open: the page may have hundreds of days. */
export function Fold({ title, className, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && children()}
    </details>
  );
}
