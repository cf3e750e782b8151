import type { RefObject } from 'react';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Navigation } from '../../shared/navigation.ts';
import { lastServiceIn, navigate, resumable, startAt } from '../../shared/navigation.ts';
import type { Route } from '../../shared/route.ts';
import { on } from './bridge.ts';
import { keptValue, useKeeping } from './kept.ts';
import type { Direction } from './navigation-keys.ts';
import { directionOfButton, directionOfKey } from './navigation-keys.ts';
import type { Go } from './page-props.ts';

const keptName = 'navigation';

/** The current route, changed by the page, by main, and by the keys for back and forward. */
export function useNavigation(): Readonly<{
  route: Route;
  go: Go;
  lastServiceId: string | undefined;
}> {
  const [navigation, step] = useReducer(navigate, undefined, firstNavigation);
  useKeeping(
    keptName,
    useMemo(() => resumable(navigation), [navigation]),
  );
  const go = useCallback((route: Route) => step({ do: 'go', route }), []);
  useEffect(() => on('show', go), [go]);
  useEffect(() => onDirection((direction) => step({ do: direction })), []);
  return { route: navigation.here, go, lastServiceId: lastServiceIn(navigation) };
}

/** Where the member left the window before, or the status page. */
function firstNavigation(): Navigation {
  return (keptValue(keptName) as Navigation | undefined) ?? startAt({ page: 'status' });
}

/** Returns the function that ends the subscription. */
function onDirection(listener: (direction: Direction) => void): () => void {
  const onMac = navigator.userAgent.includes('Mac');
  const follow = (event: Event, direction: Direction | undefined) => {
    // A modal dialog blocks navigation.
    if (!direction || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    listener(direction);
  };
  const onKey = (event: KeyboardEvent) => follow(event, directionOfKey(event, onMac));
  const onMouse = (event: MouseEvent) => follow(event, directionOfButton(event.button));
  addEventListener('keydown', onKey);
  addEventListener('mouseup', onMouse);
  return () => {
    removeEventListener('keydown', onKey);
    removeEventListener('mouseup', onMouse);
  };
}

/** Moves the focus to the page when the route changes, unless it is in the page or on the rail's current button. */
export function useFocusOnRoute(main: RefObject<HTMLElement | null>, route: Route): void {
  const last = useRef(route);
  useEffect(() => {
    // On opening, the browser's initial focus stays.
    if (last.current === route) return;
    last.current = route;
    const focused = document.activeElement;
    if (main.current?.contains(focused) || focused?.matches('[aria-current]')) return;
    main.current?.focus();
  }, [main, route]);
}
