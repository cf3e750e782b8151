/** The window's calls about the co-op and what its document names. */
import * as v from 'valibot';
import { DirectoryErrorSchema } from './directory-error.ts';
import { LinkSchema } from './links.ts';

export const coopCalls = {
  /** Joins the co-op that a member typed: a domain, a URL or a file's path. */
  'coop.join': {
    payload: v.object({ source: v.pipe(v.string(), v.maxLength(2048)) }),
    result: v.union([
      v.object({ joined: v.literal(true) }),
      v.object({ joined: v.literal(false), error: DirectoryErrorSchema }),
    ]),
  },
  /** Opens a page that the document names; the window itself never holds an address. */
  'link.open': { payload: LinkSchema, result: v.void() },
} as const;
