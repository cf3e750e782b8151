import * as v from 'valibot';
import { defined } from '../defined.ts';
import { accountAt } from './contact-account.ts';
import type { Emergency } from './emergency.ts';

/** The emergency card for the window, without URLs: those stay in the main process. */
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
      /** The Matrix user or the login at GitHub that the page is of. */
      account: v.optional(v.string()),
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
      ...defined({ account: url === undefined ? undefined : accountAt(url) }),
    })),
  };
}
