import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useLostFocus } from '../../app/lost-focus.ts';
import styles from './accounts.module.css';

type Props = Readonly<{
  title: string;
  isIn: boolean;
  /** Announced after signing in. */
  told: string | undefined;
  children: ReactNode;
}>;

/** One account. Its heading takes the focus of the form that disappears on signing in or out. */
export function Part({ title, isIn, told, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLostFocus(heading, isIn);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h3>
      <output className="unseen">{told}</output>
      {children}
    </>
  );
}
