import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to `to` if the focused element was removed, for example by the next step of a form; focus elsewhere
 * is left alone. Checked on mount and whenever `moment` changes.
 */
export function useLostFocus(to: RefObject<HTMLElement | null>, moment: unknown = 'shown'): void {
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (last.current === moment) return;
    last.current = moment;
    if (document.activeElement === document.body) to.current?.focus();
  }, [to, moment]);
}
