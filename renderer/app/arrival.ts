import { useEffect, useRef } from 'react';

/** Where a member is before there are pages, and then among them. */
export type Stage = 'entrance' | 'welcome' | 'pages';

/** Moves the focus to the heading of what has taken the place of a whole page: what had it is gone. */
export function useFocusOnArrival(stage: Stage): void {
  const last = useRef(stage);
  useEffect(() => {
    if (last.current === stage) return;
    last.current = stage;
    const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
    (heading ?? document.querySelector('main'))?.focus();
  }, [stage]);
}
