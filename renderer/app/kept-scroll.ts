/** How far each page was scrolled: kept for the way back, and for the next window. */
import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Route } from '../../shared/route.ts';
import { keptValue, useKeeping } from './kept.ts';

const name = 'scroll';
/** A page may load its content first; after this time, in ms, it stays where it is. */
const settleLimitMs = 5000;
/** Each call crosses to main, so a scroll is kept once it rests for this time, in ms. */
const restMs = 100;

/**
 * Scrolls `main` to where the route was left; a route that the member has chosen anew starts at its top. Entries of the
 * history keep their route object, which is how they are told apart.
 */
export function useKeptScroll(main: RefObject<HTMLElement | null>, route: Route): void {
  const tops = useRef(new WeakMap<Route, number>());
  const [rested, setRested] = useState<number>();
  const isFirst = useRef(true);
  useKeeping(name, rested);
  useLayoutEffect(() => {
    const scroller = main.current;
    if (!scroller) return;
    if (isFirst.current) tops.current.set(route, (keptValue(name) as number | undefined) ?? 0);
    isFirst.current = false;
    const wanted = tops.current.get(route) ?? 0;
    const settling = scrollTo(scroller, wanted);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      // Content that is still loading cuts the way short.
      if (settling.isUnderWay()) return;
      tops.current.set(route, scroller.scrollTop);
      clearTimeout(rest);
      rest = setTimeout(() => setRested(scroller.scrollTop), restMs);
    };
    setRested(wanted);
    scroller.addEventListener('scroll', note, { passive: true });
    return () => {
      settling.stop();
      clearTimeout(rest);
      scroller.removeEventListener('scroll', note);
    };
  }, [main, route]);
}

/** Scrolls there as soon as the content is tall enough, unless the member scrolls first. */
function scrollTo(scroller: HTMLElement, top: number) {
  let underWay = true;
  const gestures = ['wheel', 'keydown', 'pointerdown'] as const;
  const stop = () => {
    underWay = false;
    observer.disconnect();
    clearTimeout(limit);
    for (const gesture of gestures) scroller.removeEventListener(gesture, stop);
  };
  const attempt = () => {
    scroller.scrollTop = top;
    // Positions are fractions of a pixel on some screens.
    if (Math.abs(scroller.scrollTop - top) < 1) stop();
  };
  const observer = new MutationObserver(attempt);
  const limit = setTimeout(stop, settleLimitMs);
  observer.observe(scroller, { childList: true, subtree: true, characterData: true });
  for (const gesture of gestures) scroller.addEventListener(gesture, stop, { passive: true });
  attempt();
  return { isUnderWay: () => underWay, stop };
}
