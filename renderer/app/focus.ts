/** Where the focus goes when the page around it changes. A screen reader reads on from there. */
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { Route } from '../../shared/route.ts';

type Main = RefObject<HTMLElement | null>;

/**
 * Moves the focus to the page's heading when the window opens and when the route changes, unless the page has put it
 * somewhere itself.
 */
export function FocusHeading({ main, route }: Readonly<{ main: Main; route: Route }>) {
  const last = useRef<Route>(undefined);
  useEffect(() => {
    const page = main.current;
    if (last.current === route || !page) return undefined;
    last.current = route;
    const focused = document.activeElement;
    if (focused !== page && page.contains(focused)) return undefined;
    if (focusHeading(page, page)) return undefined;
    // A page that still loads has none yet.
    page.focus();
    const watch = new MutationObserver(() => {
      if (document.activeElement !== page || focusHeading(page, page)) watch.disconnect();
    });
    watch.observe(page, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [main, route]);
  return null;
}

/** Until the accessible tree has seen the focus elsewhere, in ms: it gathers changes. */
const elsewhereMs = 150;

/**
 * A window that was left for some seconds comes back with its page, whose heading has kept the focus: a screen reader
 * would say nothing. Lets the heading take the focus again, from elsewhere. A control in use keeps it.
 */
export function useFocusAgain(main: Main): void {
  useEffect(() => {
    let wasLeft = false;
    let timer = 0;
    const leave = () => (wasLeft = true);
    const arrive = () => {
      const page = main.current;
      const focused = document.activeElement;
      if (!wasLeft || !page) return;
      wasLeft = false;
      if (!(focused instanceof HTMLHeadingElement) || !page.contains(focused)) return;
      page.focus({ preventScroll: true });
      timer = window.setTimeout(() => {
        if (document.activeElement === page) focused.focus({ preventScroll: true });
      }, elsewhereMs);
    };
    window.addEventListener('blur', leave);
    window.addEventListener('focus', arrive);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', arrive);
      window.clearTimeout(timer);
    };
  }, [main]);
}

/**
 * Removing or disabling the focused control would leave the focus nowhere, and the next Tab would begin at the top of
 * the window: moves it to the nearest heading before that.
 */
export function useKeptFocus(main: Main): void {
  useEffect(() => {
    const page = main.current;
    if (!page) return undefined;
    let around: readonly Element[] = [];
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? ancestors(target, page) : [];
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !page.contains(relatedTarget)) around = [];
    };
    const mend = () => {
      const place = around.find((one) => one.isConnected);
      if (document.activeElement === document.body && place && !focusHeading(place, page)) {
        page.focus();
      }
    };
    // The page's own effects come first: it may know a better place.
    const watch = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      if (around.length > 0) frame = requestAnimationFrame(() => setTimeout(mend));
    });
    page.addEventListener('focusin', remember);
    page.addEventListener('focusout', forget);
    watch.observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      page.removeEventListener('focusin', remember);
      page.removeEventListener('focusout', forget);
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [main]);
}

/** Innermost first, up to the page. */
function ancestors(element: Element, page: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    found.push(at);
    if (at === page) break;
  }
  return found;
}

/** That of the place, or of what the place is in; false while the page has none. */
function focusHeading(place: Element, page: HTMLElement): boolean {
  for (let at: Element | null = place; at; at = at === page ? null : at.parentElement) {
    const heading = at.querySelector<HTMLElement>('h1, h2, h3');
    if (!heading) continue;
    heading.tabIndex = -1;
    // A page that is come back to stays where it was scrolled to.
    heading.focus({ preventScroll: true });
    return true;
  }
  return false;
}
