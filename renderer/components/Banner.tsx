import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import type { IconLook } from './Icon.tsx';
import { Icon } from './Icon.tsx';

type Props = Readonly<{
  look: IconLook;
  /** The heading, and the sentences below it. */
  children: ReactNode;
  /** Buttons, the most useful one first. */
  actions?: ReactNode;
}>;

/** A page's answer, on the soft fill of its state. */
export function Banner({ look, children, actions }: Props) {
  return (
    <div className={styles.banner} data-tone={look.tone}>
      <Icon look={look} />
      <div className={styles.body}>
        {children}
        <div className={`row ${styles.actions}`}>{actions}</div>
      </div>
    </div>
  );
}
