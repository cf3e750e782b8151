/** IPC calls about the co-op and its document. */
import * as v from 'valibot';
import { DirectoryErrorSchema } from './directory-error.ts';
import { CopySchema, LinkSchema } from './links.ts';
import { sourceLimit } from './source.ts';

export const coopCalls = {
  /** Joins a co-op by what the member typed: a domain, a URL or a file path. */
  'coop.join': {
    payload: v.object({ source: v.pipe(v.string(), v.maxLength(sourceLimit)) }),
    result: v.union([
      v.object({ joined: v.literal(true) }),
      v.object({ joined: v.literal(false), error: DirectoryErrorSchema }),
    ]),
  },
  /**
   * Copies a message for those who run the co-op's site at an address without a document: what is missing, and one to
   * begin with. False for an address that is not on the web.
   */
  'coop.copyRequest': {
    payload: v.object({ source: v.pipe(v.string(), v.maxLength(sourceLimit)) }),
    result: v.boolean(),
  },
  /** The member has chosen how to be told, or left it at that. */
  'coop.endWelcome': { payload: v.undefined(), result: v.void() },
  /** Opens a page from the document; the window itself never has a URL. */
  'link.open': { payload: LinkSchema, result: v.void() },
  'link.copy': { payload: CopySchema, result: v.void() },
} as const;
