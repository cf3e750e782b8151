/** What the window requests about the co-op's logo. */
import * as v from 'valibot';

export const logoCalls = {
  /** The picture as a `data:` address; undefined if there is none. */
  'logo.get': { payload: v.undefined(), result: v.optional(v.string()) },
} as const;
