import type { RefObject } from 'react';
import { use, useLayoutEffect, useRef, useState } from 'react';
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
  const wantsFocus = useRef(false);

  // Each view has a heading of its own, which is there only once the view is.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    heading.current?.focus();
    heading.current?.scrollIntoView();
  });
  // Before it is painted: otherwise the servers would flash up.
  useLayoutEffect(() => {
    const isOver = wasRunning.current && !run;
    wasRunning.current = run !== undefined;
    if (!isOver) return;
    // A test stopped before its first chirp has no result: the newest one is of an earlier test.
    const newest = state.results[0]?.id;
    const isNew = newest !== newestBefore.current;
    newestBefore.current = newest;
    setIsJustOver(isNew);
    setShownIds(isNew ? freshIds(state, clock()) : []);
    wantsFocus.current = true;
  }, [clock, run, state]);

  return {
    shown: results.filter((one) => shownIds.includes(one.id)),
    isJustOver,
    heading,
    show: (ids) => {
      setIsJustOver(false);
      setShownIds(ids);
      wantsFocus.current = true;
    },
  };
}
