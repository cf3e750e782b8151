/** The services that a member has starred, and which services decide the icon and notifications. Pure. */
import type { ServiceView } from './view.ts';

/**
 * The services that decide the overall state. The same list if all of them do: with no star, or only on services that
 * have ended, nothing would ever be told.
 */
export function decidingViews(
  views: readonly ServiceView[],
  onlyStarred: boolean,
): readonly ServiceView[] {
  if (!onlyStarred) return views;
  const mine = views.filter(({ starred }) => starred);
  return mine.some(({ verdict }) => verdict !== 'retired') ? mine : views;
}
