import { useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';

type Props = Readonly<{
  title: ReactNode;
  className?: string | undefined;
  children: () => ReactNode;
}>;

/** Its content is made only when it is opened: there may be hundreds of days on the page. */
export function Fold({ title, className, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && children()}
    </details>
  );
}
