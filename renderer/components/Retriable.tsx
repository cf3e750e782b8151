import type { ReactNode } from 'react';
import { Fragment, useReducer } from 'react';

/** Starts its content afresh on request, which loads the state of main or makes a measurement again. */
export function Retriable({
  children,
}: Readonly<{ children: (onRetry: () => void) => ReactNode }>) {
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  return <Fragment key={attempt}>{children(retry)}</Fragment>;
}
