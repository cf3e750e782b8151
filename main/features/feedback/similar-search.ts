/** What is there already, as it was last looked for: the window names one of it by its id, and never an address. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Said, Similar } from '../../../shared/feedback/similar.ts';

export type LookingParts = Readonly<{
  /** Where that is now, who reads there, and in whose name something is done there. Never rejects. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
  /** Throws DeliveryError. */
  similar: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  plusOne: (plan: DestinationPlan, id: string) => Promise<void>;
  openAddress: (url: string) => void;
}>;

export type Looking = Readonly<{
  /** Empty too where it cannot be asked: the member can say it all the same. */
  look: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  plusOne: (id: string) => Promise<'done' | 'failed'>;
  open: (id: string) => void;
  /** The destinations have changed. */
  clear: () => void;
}>;

type Found = Readonly<{ plan: DestinationPlan; bound: Binding; all: readonly Similar[] }>;

export function createLooking(parts: LookingParts): Looking {
  let last: Found | undefined;
  const find = (id: string) => last?.all.find((one) => one.id === id);
  return {
    look: async (plan, said) => {
      const [bound, all] = await Promise.all([
        parts.bound(plan),
        parts.similar(plan, said).catch(() => []),
      ]);
      last = { plan, bound, all };
      return all;
    },
    plusOne: async (id) => {
      const found = last;
      if (!found || !find(id)) return 'failed';
      // By its number it would be another one elsewhere.
      const now = await parts.bound(found.plan);
      if (differences(found.bound, now).length > 0) return 'failed';
      return parts.plusOne(found.plan, id).then(
        () => 'done' as const,
        () => 'failed' as const,
      );
    },
    open: (id) => {
      const link = find(id)?.permalink;
      if (link !== undefined && /^https?:\/\//iu.test(link)) parts.openAddress(link);
    },
    clear: () => (last = undefined),
  };
}
