import type { DestinationView, Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import { isAsShown } from '../../../shared/feedback/shown-place.ts';
import type { Look } from './use-draft.ts';

/** The draft's destination, or the document's first. */
export function destinationOf(
  { destinationId }: Draft,
  { destinations }: FeedbackState,
): DestinationView | undefined {
  return destinations.find(({ id }) => id === destinationId) ?? destinations[0];
}

/** Takes the readers from the preview: the document may call a public place private. */
export function seenPlace(
  named: DestinationView | undefined,
  look: Look | undefined,
): DestinationView | undefined {
  const found = look && 'preview' in look ? look.preview.destination : undefined;
  if (!named || !found) return named;
  const { readers } = found;
  return isAsShown({ ...named, readers }, found) ? { ...named, readers } : named;
}
