import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
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
  const wasIn = useRef(isIn);
  useEffect(() => {
    if (wasIn.current === isIn) return;
    wasIn.current = isIn;
    heading.current?.focus();
  }, [isIn]);
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
