import type { ReactNode, RefObject } from 'react';
import styles from './PageHeader.module.css';

type Props = Readonly<{
  title: ReactNode;
  /** Where a page moves the focus to by itself. */
  heading?: RefObject<HTMLHeadingElement | null>;
  /** A sentence below the title. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
}>;

/** The top of a page: its one h1, which takes the focus when the page opens. */
export function PageHeader({ title, heading, lead, actions }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}
