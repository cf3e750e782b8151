/** The window's history of routes, with back and forward as in a browser. Pure. */
import type { Route } from './route.ts';

export type Navigation = Readonly<{
  /** Newest last. */
  past: readonly Route[];
  here: Route;
  /** Nearest first. */
  future: readonly Route[];
}>;

export type NavigationStep =
  | Readonly<{ do: 'go'; route: Route }>
  | Readonly<{ do: 'back' }>
  | Readonly<{ do: 'forward' }>;

/** Longest back history, in routes. */
export const pastLimit = 50;

export function startAt(here: Route): Navigation {
  return { past: [], here, future: [] };
}

export function navigate(navigation: Navigation, step: NavigationStep): Navigation {
  switch (step.do) {
    case 'go':
      return go(navigation, step.route);
    case 'back':
      return back(navigation);
    case 'forward':
      return forward(navigation);
  }
}

/** The same route again replaces the entry, as a link to the same page does in a browser. */
function go({ past, here, future }: Navigation, route: Route): Navigation {
  if (sameRoute(here, route)) return { past, here: route, future };
  return { past: [...past, withoutOffer(here)].slice(-pastLimit), here: route, future: [] };
}

function back(navigation: Navigation): Navigation {
  const { past, here, future } = navigation;
  const route = past.at(-1);
  if (!route) return navigation;
  return { past: past.slice(0, -1), here: route, future: [withoutOffer(here), ...future] };
}

function forward(navigation: Navigation): Navigation {
  const { past, here, future } = navigation;
  const [route, ...rest] = future;
  if (!route) return navigation;
  return { past: [...past, withoutOffer(here)], here: route, future: rest };
}

/**
 * Text that a route fills in becomes a saved draft when the member leaves: coming back resumes it instead of starting a
 * second. A co-op that a link or another program names is asked about once.
 */
function withoutOffer(route: Route): Route {
  if (route.page === 'settings') return { page: 'settings' };
  if (route.page !== 'feedback') return route;
  return route.answers ? { page: 'feedback', answers: route.answers } : { page: 'feedback' };
}

/** What a later window starts with. Answers that a route has opened are kept open by the page itself. */
export function resumable(navigation: Navigation): Navigation {
  const { here } = navigation;
  if (here.page === 'settings') return { ...navigation, here: { page: 'settings' } };
  return here.page === 'feedback' ? { ...navigation, here: { page: 'feedback' } } : navigation;
}

/** The service that the member has looked at last. */
export function lastServiceIn({ past, here }: Navigation): string | undefined {
  for (const route of [here, ...past.toReversed()]) {
    if (route.page === 'status' && route.serviceId !== undefined) return route.serviceId;
  }
  return undefined;
}

export function sameRoute(one: Route, other: Route): boolean {
  return keyOf(one) === keyOf(other);
}

/** Fields in a fixed order, without undefined ones. */
function keyOf(route: Route): string {
  const entries = Object.entries(route).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
