import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type { Navigation, NavigationStep } from '../../shared/navigation.ts';
import { lastServiceIn, navigate, resumable, startAt } from '../../shared/navigation.ts';
import type { Route } from '../../shared/route.ts';
import { home } from '../../shared/route.ts';
import { on } from './bridge.ts';
import { isDialogOpen } from './dialog-open.ts';
import { keptValue, useKeeping } from './kept.ts';
import type { Go } from './page-props.ts';

type Step = (step: NavigationStep) => void;

const keptName = 'navigation';

/** The current route, changed by the page, by main, by keys and by the side buttons of the mouse. */
export function useNavigation(): Readonly<{
  route: Route;
  go: Go;
  step: Step;
  lastServiceId: string | undefined;
}> {
  const [navigation, step] = useReducer(navigate, undefined, firstNavigation);
  useKeeping(
    keptName,
    useMemo(() => resumable(navigation), [navigation]),
  );
  const go = useCallback((route: Route) => step({ do: 'go', route }), []);
  useEffect(() => on('show', go), [go]);
  useEffect(() => onSideButton(step), []);
  return { route: navigation.here, go, step, lastServiceId: lastServiceIn(navigation) };
}

/** Where the member left the window before, or the first page. */
function firstNavigation(): Navigation {
  return (keptValue(keptName) as Navigation | undefined) ?? startAt(home);
}

/** `MouseEvent.button` of the side buttons, which lead back and forward as in browsers and file managers. */
const sideButtons = new Map<number, 'back' | 'forward'>([
  [3, 'back'],
  [4, 'forward'],
]);

/** Returns the function that ends the subscription. */
function onSideButton(step: Step): () => void {
  const onMouse = (event: MouseEvent) => {
    const direction = sideButtons.get(event.button);
    if (!direction || isDialogOpen()) return;
    event.preventDefault();
    step({ do: direction });
  };
  addEventListener('mouseup', onMouse);
  return () => removeEventListener('mouseup', onMouse);
}
