import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus on when it is lost with the element that had it, as by a step that replaces another. A member who is
 * busy elsewhere stays there. Checked when the component appears and whenever `moment` changes.
 */
export function useLostFocus(to: RefObject<HTMLElement | null>, moment: unknown = 'shown'): void {
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (last.current === moment) return;
    last.current = moment;
    if (document.activeElement === document.body) to.current?.focus();
  }, [to, moment]);
}
