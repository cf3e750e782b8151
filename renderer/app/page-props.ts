import type { RailPage } from '../../shared/pages.ts';
import type { Route, RouteOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';

export type Go = (route: Route) => void;

export type PageProps<Name extends RailPage> = Readonly<{
  route: RouteOf<Name>;
  snapshot: Snapshot;
  coop: CoopView;
  go: Go;
  /** The service that the member has looked at last. */
  lastServiceId: string | undefined;
}>;
