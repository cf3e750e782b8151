/** What is there already, as it was last looked for: the window names one of it by its id, and never an address. */
import type { DestinationPlan } from '../../shared/coop/feedback.ts';
import type { Said, Similar } from '../../shared/feedback/similar.ts';

export type LookingParts = Readonly<{
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
}>;

type Found = Readonly<{ plan: DestinationPlan; all: readonly Similar[] }>;

export function createLooking(parts: LookingParts): Looking {
  let last: Found | undefined;
  const find = (id: string) => last?.all.find((one) => one.id === id);
  return {
    look: async (plan, said) => {
      const all = await parts.similar(plan, said).catch(() => []);
      last = { plan, all };
      return all;
    },
    plusOne: async (id) => {
      if (!last || !find(id)) return 'failed';
      return parts.plusOne(last.plan, id).then(
        () => 'done' as const,
        () => 'failed' as const,
      );
    },
    open: (id) => {
      const link = find(id)?.permalink;
      if (link !== undefined && /^https?:\/\//iu.test(link)) parts.openAddress(link);
    },
  };
}
