/**
 * Takes the lines of a source one after another: the first with a keyword wins, and one without an address removes the
 * keyword. Pure.
 */
import { webFault } from '../coop/web.ts';
import { withoutUser } from '../net/masked.ts';
import { webParts } from '../net/web-parts.ts';
import type { LinkFault, Row, Rows } from './shortlink.ts';
import { keyOfKeyword, linkLimits } from './shortlink.ts';

type Taker = Readonly<{
  take: (row: Row) => void;
  isFull: () => boolean;
  /** `left`: lines that were not taken. */
  end: (left: number) => Rows;
}>;

export function createRowTaker(): Taker {
  const taken = new Set<string>();
  const rows: Row[] = [];
  const faults: LinkFault[] = [];
  return {
    take: (row) => {
      if (row.keyword === '') return;
      const key = keyOfKeyword(row.keyword);
      const code = taken.has(key) ? 'duplicate' : faultOf(row);
      taken.add(key);
      if (code === undefined) rows.push(row);
      else if (code !== 'removed' && faults.length < linkLimits.faults)
        faults.push({ code, line: row.line, keyword: shownKeyword(row.keyword) });
    },
    isFull: () => taken.size >= linkLimits.rows,
    end: (left) => ({ rows, faults, left }),
  };
}

function faultOf({ keyword, address }: Row): LinkFault['code'] | 'removed' | undefined {
  if (keyword.length > linkLimits.keyword || hidden.test(keyword)) return 'unreadable';
  if (address === '') return 'removed';
  if (address.length > linkLimits.address || hidden.test(address)) return 'unreadable';
  if (otherScheme.test(address)) return 'refused';
  return isWeb(address) ? undefined : 'no-address';
}

/** NULs and the like, and what changes the direction of the text after it. */
const hidden = /[\p{Cc}\p{Bidi_Control}]/u;
/** `host:8080` has no scheme. */
const otherScheme = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;

/** A name and a password are allowed: a link may carry them, unlike an address of the document. */
export function isWeb(address: string): boolean {
  const parts = webParts(address);
  if (!parts || /\s/.test(address)) return false;
  return webFault(parts.user === undefined ? address : withoutUser(address)) === undefined;
}

/** For a report: short, and nothing in it that does not show. */
function shownKeyword(keyword: string): string {
  return keyword.slice(0, linkLimits.keyword).replaceAll(new RegExp(hidden, 'gu'), '\ufffd');
}
