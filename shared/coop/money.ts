/** The `money` section of the co-op document: where members and friends pay in, and what is there. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { Id } from './parts.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress } from './web.ts';

const CollectiveSchema = v.object({
  /** As in the address of its page. */
  slug: Id,
  /** Instead of the name that it has there. */
  name: v.optional(TextsOf(80)),
});

/** Of Open Collective, or of another place with its software. */
export const MoneySchema = v.object({
  collectives: shortList(CollectiveSchema, 10),
  url: v.optional(PrivateAddress, 'https://opencollective.com'),
  apiUrl: v.optional(PrivateAddress, 'https://api.opencollective.com/graphql/v2'),
});
export type MoneyPlan = Chosen<v.InferOutput<typeof MoneySchema>>;
