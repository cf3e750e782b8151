/** The co-op's shortlinks: a keyword and where it leads. Pure. */

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
export const linkFaults = [
  'duplicate',
  'refused',
  'no-address',
  'unreadable',
  'circle',
  'too-deep',
  'missing',
] as const;
export type LinkFault = Readonly<{
  code: (typeof linkFaults)[number];
  line: number;
  keyword: string;
}>;

/** What is read of a source; more costs time without helping anyone. */
export const linkLimits = {
  textBytes: 1024 * 1024,
  rows: 5000,
  keyword: 100,
  address: 2048,
  faults: 100,
} as const;

/** Where nothing could be read. `web-page`: a page instead of the list, such as one to sign in. */
export type Unreadable = 'web-page' | 'not-text' | 'not-json' | 'no-links';

export type Rows = Readonly<{
  rows: readonly Row[];
  faults: readonly LinkFault[];
  /** Lines that were not read, because there are too many. */
  left: number;
}>;
export type ReadRows = (Readonly<{ ok: true }> & Rows) | Readonly<{ ok: false; code: Unreadable }>;

export type Shortlink = Readonly<{
  keyword: string;
  /** Where it leads in the end; may have a place for an argument. */
  address: string;
  /** The alias that it is of, if it is one: the last one on the way. */
  aliasOf?: string;
}>;

/** How keywords are compared: shorteners tell no capitals from small letters. */
export function keyOfKeyword(keyword: string): string {
  return keyword.toLowerCase();
}
