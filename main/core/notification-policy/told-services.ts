/** Whom the current services concern; the rules are in `shared/notification-policy/scope.ts`. */
import type { ScopedService } from '../../../shared/notification-policy/scope.ts';
import { concernOf } from '../../../shared/notification-policy/scope.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { LiveSettings } from './live-settings.ts';

export type ToldServices = Readonly<{
  setServices: (services: readonly ScopedService[]) => void;
  /** The changes to tell, as the member feels them. */
  changes: (all: readonly Change[]) => readonly Change[];
  /** The current views of the services that are told of, as the member feels them. */
  views: () => readonly ServiceView[];
}>;

export function createToldServices(
  settings: Pick<LiveSettings, 'all'>,
  views: () => readonly ServiceView[],
): ToldServices {
  let services: readonly ScopedService[] = [];
  const concern = () => {
    const { scope, stars } = settings.all();
    return concernOf(scope, stars, services);
  };
  return {
    setServices: (next) => (services = next),
    // Most checks change nothing.
    changes: (all) => (all.length === 0 ? all : concern().changes(all)),
    views: () => concern().views(views()),
  };
}
