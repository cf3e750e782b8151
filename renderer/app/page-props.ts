import type { PageName, Route, RouteOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';

/** The pages on the rail: all but the first-run screen. */
export type RailPage = Exclude<PageName, 'join'>;

export type Go = (route: Route) => void;

export type PageProps<Name extends RailPage> = Readonly<{
  route: RouteOf<Name>;
  snapshot: Snapshot;
  coop: CoopView;
  go: Go;
}>;
