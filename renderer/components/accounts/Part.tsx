import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useLostFocus } from '../../app/lost-focus.ts';
import styles from './accounts.module.css';

type Props = Readonly<{
  title: string;
  isIn: boolean;
  /** Said when somebody has signed in. */
  told: string | undefined;
  children: ReactNode;
}>;

/** One account. Signing in or out takes the form away that had the focus, so it comes here. */
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
