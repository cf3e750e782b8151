/** Follows links that lead to other links of the same list, as a browser would. Pure. */
import { decodedPart } from '../net/url-part.ts';
import { webParts } from '../net/web-parts.ts';
import type { Steps } from '../steps.ts';
import type { LinkFault, Row, Rows, Shortlink } from './shortlink.ts';
import { keyOfKeyword, linkLimits } from './shortlink.ts';

/** Aliases that are followed, one after another. */
const aliasLimit = 5;
const stepRows = 1000;

export type Resolved = Readonly<{
  links: readonly Shortlink[];
  faults: readonly LinkFault[];
  left: number;
}>;

/** `base`: where the short addresses begin; undefined if there are none, and so no aliases. */
export function* resolving(read: Rows, base: string | undefined): Steps<Resolved> {
  const byKey = new Map(read.rows.map((row) => [keyOfKeyword(row.keyword), row]));
  const targetOf = base === undefined ? () => undefined : aliasTarget(base);
  const links: Shortlink[] = [];
  const faults = [...read.faults];
  for (const [at, row] of read.rows.entries()) {
    if (at % stepRows === stepRows - 1) yield;
    const { end, aliasOf, fault } = follow(row, byKey, targetOf);
    if (fault && faults.length < linkLimits.faults)
      faults.push({ code: fault, line: row.line, keyword: row.keyword });
    // The browser follows further than this; but nobody gets out of a circle.
    if (fault === 'circle' || fault === 'missing') continue;
    const { keyword } = row;
    links.push({
      keyword,
      address: end.address,
      ...(aliasOf === undefined ? {} : { aliasOf }),
    });
  }
  return { links, faults: faults.toSorted((a, b) => a.line - b.line), left: read.left };
}

type Followed = Readonly<{
  end: Row;
  aliasOf?: string;
  fault?: 'circle' | 'too-deep' | 'missing';
}>;

function follow(
  start: Row,
  byKey: ReadonlyMap<string, Row>,
  targetOf: (address: string) => string | undefined,
): Followed {
  const seen = new Set([keyOfKeyword(start.keyword)]);
  let end = start;
  for (;;) {
    const target = targetOf(end.address);
    const alias = end === start ? {} : { aliasOf: end.keyword };
    if (target === undefined) return { end, ...alias };
    if (seen.has(target)) return { end, fault: 'circle' };
    if (seen.size > aliasLimit) return { end, ...alias, fault: 'too-deep' };
    const next = byKey.get(target);
    if (!next) return { end, fault: 'missing' };
    seen.add(target);
    end = next;
  }
}

/** The keyword that an address leads to; undefined if it is not a short address with nothing else to it. */
function aliasTarget(base: string): (address: string) => string | undefined {
  const home = webParts(base);
  const folder = `${home?.path.replace(/\/+$/, '') ?? ''}/`;
  return (address) => {
    const parts = webParts(address);
    if (!parts || !home || parts.host !== home.host) return undefined;
    if (parts.fragment !== undefined || !parts.path.startsWith(folder)) return undefined;
    const keyword = parts.path.slice(folder.length).replace(/\/+$/, '');
    return keyword === '' || /[/?]/.test(keyword) ? undefined : keyOfKeyword(decodedPart(keyword));
  };
}
