/** The `money` section of the co-op document: where members and friends pay in, and what is there. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { says } from './remedy.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress } from './web.ts';

/** Open Collective takes capitals for small letters; old slugs may have `_`. */
export const Slug = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, says('collective')),
  v.toLowerCase(),
);

const CollectiveSchema = v.object({
  /** As in the address of its page. */
  slug: Slug,
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
