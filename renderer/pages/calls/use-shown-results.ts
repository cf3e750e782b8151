import type { RefObject } from 'react';
import { use, useEffect, useRef, useState } from 'react';
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import { ClockContext } from '../../app/now.ts';
import { freshIds } from './fresh-results.ts';

type ShownResults = Readonly<{
  shown: readonly Result[];
  /** Whether they are of a test that ended while the page was open. */
  isJustOver: boolean;
  /** Takes the focus when the results change. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** Shows these results; none if empty. */
  show: (resultIds: readonly string[]) => void;
}>;

/** The results on the page: those that the member picked, or those of the latest test. */
export function useShownResults(state: EchoState): ShownResults {
  const clock = use(ClockContext);
  const { run, results } = state;
  const [shownIds, setShownIds] = useState(() => freshIds(state, clock()));
  const [isJustOver, setIsJustOver] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasRunning = useRef(run !== undefined);
  const newestBefore = useRef(results[0]?.id);

  useEffect(() => {
    const isOver = wasRunning.current && !run;
    wasRunning.current = run !== undefined;
    if (!isOver) return;
    // A test stopped before its first chirp has no result: the newest one is of an earlier test.
    const newest = state.results[0]?.id;
    const isNew = newest !== newestBefore.current;
    newestBefore.current = newest;
    setIsJustOver(isNew);
    setShownIds(isNew ? freshIds(state, clock()) : []);
    heading.current?.focus();
  }, [clock, run, state]);

  return {
    shown: results.filter((one) => shownIds.includes(one.id)),
    isJustOver,
    heading,
    show: (ids) => {
      setIsJustOver(false);
      setShownIds(ids);
      heading.current?.focus();
      if (ids.length > 0) heading.current?.scrollIntoView();
    },
  };
}
