/** The co-op's shortlinks: a keyword and where it leads. Pure. */
import * as v from 'valibot';

/** A line of a source that names a place. */
export type Row = Readonly<{
  keyword: string;
  address: string;
  /** From 1; in JSON, the number of the entry. */
  line: number;
}>;

/**
 * What is wrong with one line: `duplicate`: an earlier line has the keyword, and wins. `refused`: the address is of
 * another kind than http and https. `no-address`: it is none. `unreadable`: control characters, or too long. `circle`:
 * aliases that lead to each other. `too-deep`: more aliases than are followed. `missing`: an alias of a keyword that
 * there is not.
 */
const linkFaults = [
  'duplicate',
  'refused',
  'no-address',
  'unreadable',
  'circle',
  'too-deep',
  'missing',
] as const;
export const LinkFaultSchema = v.object({
  code: v.picklist(linkFaults),
  line: v.number(),
  keyword: v.string(),
});
export type LinkFault = Readonly<v.InferOutput<typeof LinkFaultSchema>>;

/** What is read of a source; more costs time without helping anyone. */
export const linkLimits = {
  textBytes: 1024 * 1024,
  rows: 5000,
  keyword: 100,
  address: 2048,
  faults: 100,
} as const;

/** Where nothing could be read. `web-page`: a page instead of the list, such as one to sign in. */
export const unreadables = ['web-page', 'not-text', 'not-json', 'no-links'] as const;
export type Unreadable = (typeof unreadables)[number];

export type Rows = Readonly<{
  rows: readonly Row[];
  faults: readonly LinkFault[];
  /** Lines that were not read, because there are too many. */
  left: number;
}>;
export type ReadRows = (Readonly<{ ok: true }> & Rows) | Readonly<{ ok: false; code: Unreadable }>;

export const ShortlinkSchema = v.object({
  keyword: v.string(),
  /** Where it leads in the end; may have a place for an argument. */
  address: v.pipe(v.string(), v.regex(/^https?:\/\//i)),
  /** The last keyword on the way there, if it is an alias. */
  aliasOf: v.optional(v.string()),
});
export type Shortlink = Readonly<v.InferOutput<typeof ShortlinkSchema>>;

/** How keywords are compared: shorteners tell no capitals from small letters, and systems write accents in two ways. */
export function keyOfKeyword(keyword: string): string {
  return keyword.normalize('NFC').toLowerCase();
}
