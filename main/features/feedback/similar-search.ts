/** Results of the last search for similar feedback. The window identifies one by its id, never by an address. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Said, Similar } from '../../../shared/feedback/similar.ts';

export type SimilarSearchDeps = Readonly<{
  /** The destination's current binding. Never rejects. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
  /** Throws DeliveryError. */
  similar: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  plusOne: (plan: DestinationPlan, id: string) => Promise<void>;
  openAddress: (url: string) => void;
}>;

export type SimilarSearch = Readonly<{
  /** Also empty if the search fails, which must not prevent sending. */
  run: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  plusOne: (id: string) => Promise<'done' | 'failed'>;
  open: (id: string) => void;
  /** Call when the destinations have changed. */
  clear: () => void;
}>;

type Found = Readonly<{ plan: DestinationPlan; bound: Binding; all: readonly Similar[] }>;

export function createSimilarSearch(deps: SimilarSearchDeps): SimilarSearch {
  let last: Found | undefined;
  const find = (id: string) => last?.all.find((one) => one.id === id);
  return {
    run: async (plan, said) => {
      const [bound, all] = await Promise.all([
        deps.bound(plan),
        deps.similar(plan, said).catch(() => []),
      ]);
      last = { plan, bound, all };
      return all;
    },
    plusOne: async (id) => {
      const found = last;
      if (!found || !find(id)) return 'failed';
      // In another repository or room, the same id is another item.
      const now = await deps.bound(found.plan);
      if (differences(found.bound, now).length > 0) return 'failed';
      return deps.plusOne(found.plan, id).then(
        () => 'done' as const,
        () => 'failed' as const,
      );
    },
    open: (id) => {
      const link = find(id)?.permalink;
      if (link !== undefined && /^https?:\/\//iu.test(link)) deps.openAddress(link);
    },
    clear: () => (last = undefined),
  };
}
