/** Which notifications about services still say something: one leaves when its trouble is over, or told anew. Pure. */
import type { Change } from './notices.ts';
import type { ServiceView } from './view.ts';

/** What a notification on the screen is about. */
export type Standing = Readonly<{
  serviceIds: ReadonlySet<string>;
  /** Whether it tells of trouble; else of recoveries only. */
  trouble: boolean;
}>;

/** Of several changes those away from `up` count: the others were over when they were told. */
export function standingOf(changes: readonly Change[]): Standing {
  const away = changes.filter(({ to }) => to !== 'up');
  const about = away.length > 0 ? away : changes;
  return {
    serviceIds: new Set(about.map(({ serviceId }) => serviceId)),
    trouble: away.length > 0,
  };
}

/** Whether these changes tell all of it anew. */
export function isRetold({ serviceIds }: Standing, changes: readonly Change[]): boolean {
  const told = new Set(changes.map(({ serviceId }) => serviceId));
  return serviceIds.size > 0 && [...serviceIds].every((id) => told.has(id));
}

/** Whether all of its trouble has ended, or the member has seen it. Not knowing is no end. */
export function isOver(
  { serviceIds, trouble }: Standing,
  views: ReadonlyMap<string, Seen>,
): boolean {
  return trouble && [...serviceIds].every((id) => hasEnded(views.get(id)));
}

type Seen = Pick<ServiceView, 'verdict' | 'muted' | 'acknowledged'>;

/** A service that is gone from the document has no trouble. */
function hasEnded(view: Seen | undefined): boolean {
  if (!view || view.muted || view.acknowledged) return true;
  return view.verdict !== 'down' && view.verdict !== 'degraded' && view.verdict !== 'unknown';
}
