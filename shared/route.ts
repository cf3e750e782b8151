/** Where a member can be in the window. Tray items, notifications and second launches of the app open routes. Pure. */
import * as v from 'valibot';
import type { CoopView } from './coop/view.ts';
import type { RailPage, TodayItem } from './pages.ts';
import { opens, pages } from './pages.ts';

type Pages = typeof pages;
type Routes = {
  readonly [Name in RailPage]: Readonly<{ page: Name }> &
    Readonly<v.InferOutput<Pages[Name]['route']>>;
} & {
  /** The first-run screen, with the co-op passed to a second launch. Only while there is no co-op. */
  readonly join: Readonly<{ page: 'join'; source: string }>;
};
export type Route = Routes[keyof Routes];
export type PageName = Route['page'];

/** The routes of one page. */
export type RouteOf<Name extends PageName> = Routes[Name];

const schemas = Object.entries(pages).map(([page, { route }]) =>
  v.object({ page: v.literal(page), ...route.entries }),
);
const JoinSchema = v.object({ page: v.literal('join'), source: v.string() });

// The table's names and entries, which its type lists one by one.
export const RouteSchema = v.variant('page', [...schemas, JoinSchema]) as v.GenericSchema<Route>;

/** The page that opens first. */
export const home: RouteOf<'today'> = { page: 'today' };

/** The route itself, or the first page: a new document may do without a page while it is open. */
export function shownRoute(route: Route, coop: CoopView): RouteOf<RailPage> {
  return route.page === 'join' || !opens(route.page, coop) ? home : route;
}

/** Where a line of Today leads. */
export function routeOf({ page, carries }: TodayItem): Route {
  return { page, ...carries };
}
