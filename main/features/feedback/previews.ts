/** The last preview of each draft, as shown to the member: nothing else may be sent. */
import { createHash } from 'node:crypto';
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Plan, PlannedContent } from '../../../shared/feedback/preview.ts';

export type Shown = Readonly<{
  digest: string;
  destination: DestinationPlan;
  /** Where it goes, in whose name, and who can read it, as shown. */
  bound: Binding;
  contents: readonly PlannedContent[];
  /** The draft it was made from, as stored in the outbox. */
  draft: string;
}>;

export type Previews = Readonly<{
  keep: (id: string, shown: Omit<Shown, 'digest' | 'contents'>, plan: Plan) => string;
  /** Undefined if it is not the last preview shown, or the draft has changed since. */
  find: (id: string, digest: string, draft: string | undefined) => Shown | undefined;
  forget: (id: string) => void;
  /** Call when the destinations have changed, and perhaps their readers. */
  clear: () => void;
}>;

export function createPreviews(): Previews {
  const shown = new Map<string, Shown>();
  return {
    keep: (id, { destination, bound, draft }, { contents }) => {
      const digest = digestOf(destination, bound, contents);
      shown.set(id, { digest, destination, bound, contents, draft });
      return digest;
    },
    find: (id, digest, draft) => {
      const found = shown.get(id);
      return found?.digest === digest && found.draft === draft ? found : undefined;
    },
    forget: (id) => shown.delete(id),
    clear: () => shown.clear(),
  };
}

/** Includes the destination. */
function digestOf(
  destination: DestinationPlan,
  bound: Binding,
  contents: readonly PlannedContent[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([destination, bound, contents]))
    .digest('hex');
}
