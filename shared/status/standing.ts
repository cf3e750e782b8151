/** How long a notification about services has something to say. Pure. */
import type { Standing } from '../standing.ts';
import type { Change } from './notices.ts';
import type { ServiceView } from './view.ts';

type Seen = Pick<ServiceView, 'verdict' | 'muted' | 'acknowledged'>;

/**
 * Of several changes those away from `up` count: the others were over when they were told. It is over once all of its
 * trouble has ended, or the member has seen it; what tells of recoveries only has no end.
 */
export function standingOf(
  changes: readonly Change[],
  viewOf: (serviceId: string) => Seen | undefined,
): Standing {
  const away = changes.filter(({ to }) => to !== 'up');
  const about = keysOf(away.length > 0 ? away : changes);
  return {
    tells: keysOf(changes),
    about,
    isOver: () => away.length > 0 && away.every(({ serviceId }) => hasEnded(viewOf(serviceId))),
  };
}

function keysOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ serviceId }) => `service ${serviceId}`);
}

/** A service that is gone from the document has no trouble. */
function hasEnded(view: Seen | undefined): boolean {
  if (!view || view.muted || view.acknowledged) return true;
  return view.verdict !== 'down' && view.verdict !== 'degraded' && view.verdict !== 'unknown';
}
