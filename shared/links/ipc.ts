/** IPC calls and events of the links, and of what a member picks in quick open. */
import * as v from 'valibot';
import { LinkChecksStateSchema } from './checks.ts';
import { linkLimits } from './shortlink.ts';
import { LinksStateSchema } from './state.ts';

const Keyword = v.pipe(v.string(), v.maxLength(linkLimits.keyword));
/** What a member may type; more is no search. */
export const typedLimit = 300;
const Typed = v.pipe(v.string(), v.maxLength(typedLimit));

export const linksCalls = {
  /** The current state; events carry later ones. */
  'links.get': { payload: v.undefined(), result: LinksStateSchema },
  /** Reads all sources now. */
  'links.readNow': { payload: v.undefined(), result: v.void() },
  /** Opens a link in the browser. */
  'links.open': {
    payload: v.object({ keyword: Keyword, argument: v.optional(Typed) }),
    result: v.void(),
  },
  /** Copies the short address, or the one that it leads to. */
  'links.copy': {
    payload: v.object({ keyword: Keyword, which: v.picklist(['short', 'long']) }),
    result: v.void(),
  },
  /** Remembers what was picked in quick open, and what was typed for it. */
  'links.picked': {
    payload: v.object({ id: v.pipe(v.string(), v.maxLength(200)), typed: Typed }),
    result: v.void(),
  },
  /** Forgets all picks. */
  'links.forget': { payload: v.undefined(), result: v.void() },
  /** The results of checking links; events carry later ones. */
  'links.checks': { payload: v.undefined(), result: LinkChecksStateSchema },
  /** Asks for the pages of all links that are due, until `links.stopCheck`. */
  'links.check': { payload: v.undefined(), result: v.void() },
  'links.stopCheck': { payload: v.undefined(), result: v.void() },
  /** Saves the results as CSV where the member chooses. */
  'links.saveReport': {
    payload: v.undefined(),
    result: v.picklist(['saved', 'cancelled', 'failed']),
  },
} as const;

export const linksEvents = {
  /** The full state after any change. */
  links: LinksStateSchema,
  linkChecks: LinkChecksStateSchema,
} as const;
