import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * A step that takes the place of another takes its focus over, too; one that comes while the member is busy elsewhere
 * leaves them there. Looked at when the component appears, and whenever `moment` is another.
 */
export function useLostFocus(to: RefObject<HTMLElement | null>, moment: unknown = 'shown'): void {
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (last.current === moment) return;
    last.current = moment;
    if (document.activeElement === document.body) to.current?.focus();
  }, [to, moment]);
}
