/** When the emergency card is offered, and what of it the window shows. Pure. */
import * as v from 'valibot';
import type { Emergency } from '../coop/emergency.ts';

/** So many services that are down at once count as an emergency, whatever the document advises for each. */
export const manyDown = 3;

/** Offered where the document has no better advice: something down has nothing instead, or much is down. */
export function offersCard(
  services: readonly Readonly<{ down: boolean; instead: boolean }>[],
): boolean {
  const down = services.filter((one) => one.down);
  return down.length >= manyDown || down.some((one) => !one.instead);
}

/** The card without addresses: these stay in main. */
export const CardViewSchema = v.object({
  title: v.optional(v.string()),
  text: v.optional(v.string()),
  steps: v.array(v.string()),
  contacts: v.array(
    v.object({
      name: v.string(),
      role: v.optional(v.string()),
      phone: v.optional(v.string()),
      email: v.optional(v.string()),
      hasPage: v.boolean(),
    }),
  ),
});
export type CardView = Readonly<v.InferOutput<typeof CardViewSchema>>;

export function viewCard(card: Emergency): CardView {
  return {
    ...card,
    contacts: card.contacts.map(({ url, ...contact }) => ({
      ...contact,
      hasPage: url !== undefined,
    })),
  };
}
