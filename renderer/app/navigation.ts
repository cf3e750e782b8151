import type { RefObject } from 'react';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { navigate, startAt } from '../../shared/navigation.ts';
import type { Route } from '../../shared/route.ts';
import { on } from './bridge.ts';
import type { Direction } from './navigation-keys.ts';
import { directionOfButton, directionOfKey } from './navigation-keys.ts';
import type { Go } from './page-props.ts';

/** Where the member is: moved by the page itself, by main, and by the keys for back and forward. */
export function useNavigation(): Readonly<{ route: Route; go: Go }> {
  const [{ here }, step] = useReducer(navigate, { page: 'status' }, startAt);
  const go = useCallback((route: Route) => step({ do: 'go', route }), []);
  useEffect(() => on('show', go), [go]);
  useEffect(() => onDirection((direction) => step({ do: direction })), []);
  return { route: here, go };
}

/** Returns the function that ends the subscription. */
function onDirection(listener: (direction: Direction) => void): () => void {
  const onMac = navigator.userAgent.includes('Mac');
  const follow = (event: Event, direction: Direction | undefined) => {
    // A dialog has to be answered first.
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

/**
 * Moves the focus to the page that a new route leads to, unless the page has taken it already or the member is on the
 * rail, on the button that led there.
 */
export function useFocusOnRoute(main: RefObject<HTMLElement | null>, route: Route): void {
  const last = useRef(route);
  useEffect(() => {
    // A window that opens has the focus where the browser puts it.
    if (last.current === route) return;
    last.current = route;
    const focused = document.activeElement;
    if (main.current?.contains(focused) || focused?.matches('[aria-current]')) return;
    main.current?.focus();
  }, [main, route]);
}
