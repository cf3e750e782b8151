import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = Readonly<{
  icon: LucideIcon;
  /** One sentence: why there is nothing, and what will appear here. */
  text: string;
  /** What to do about it. */
  children?: ReactNode;
}>;

/** In the place of a list that has no rows. */
export function EmptyState({ icon: Picture, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <Picture strokeWidth={1.5} aria-hidden="true" />
      <p>{text}</p>
      {children}
    </div>
  );
}
