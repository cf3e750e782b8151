import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useLostFocus } from '../../app/lost-focus.ts';
import styles from './accounts.module.css';

type Props = Readonly<{
  title: string;
  isIn: boolean;
  /** Announced to screen readers after signing in. */
  announcement: string | undefined;
  children: ReactNode;
}>;

/** One account. Its heading takes the focus when signing in or out removes the focused form. */
export function Part({ title, isIn, announcement, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLostFocus(heading, isIn);
  return (
    <section className={`card ${styles.part}`}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <output className="unseen">{announcement}</output>
      {children}
    </section>
  );
}
