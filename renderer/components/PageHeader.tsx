import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

type Props = Readonly<{
  title: ReactNode;
  /** A sentence below the title. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
}>;

/** The top of a page: its one h1, which takes the focus when the page opens. */
export function PageHeader({ title, lead, actions }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}
