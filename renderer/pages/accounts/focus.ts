import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to a step whose predecessor disappeared with it, but not away from another element. Runs on mount, and
 * whenever `moment` changes.
 */
export function useLostFocus(to: RefObject<HTMLElement | null>, moment: unknown = 'shown'): void {
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (last.current === moment) return;
    last.current = moment;
    if (document.activeElement === document.body) to.current?.focus();
  }, [to, moment]);
}
