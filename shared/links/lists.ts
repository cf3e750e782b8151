/** The lists of all sources, put together for opening and for the window. Pure. */
import type { LinkSource } from '../coop/link-sources.ts';
import { defined } from '../defined.ts';
import type { Dated, LastGood, Reread } from '../net/last-good.ts';
import { maskedAddress } from '../net/masked.ts';
import { urlPart } from '../net/url-part.ts';
import type { Resolved } from './aliases.ts';
import { takesArgument } from './argument.ts';
import type { Shortlink } from './shortlink.ts';
import { keyOfKeyword } from './shortlink.ts';
import type { LinkProblem, LinkSourceView, LinkView } from './state.ts';

/** The last good copy of a source. */
export type LinkList = Resolved & Dated;

/** What is known of a source between polls. */
export type LinkMemory = LastGood<Resolved, LinkProblem>;

/** What an attempt told. */
export type LinkAnswer = Reread<Resolved, LinkProblem>;

/** A link and its short address, if its source has any. */
export type Listed = Shortlink & Readonly<{ short?: string }>;

/** By keyword; of two sources with the same, the first has it. */
export function listedLinks(
  sources: readonly LinkSource[],
  memoryOf: (id: string) => LinkMemory,
): ReadonlyMap<string, Listed> {
  const all = new Map<string, Listed>();
  for (const { id, base } of sources)
    for (const link of memoryOf(id).copy?.links ?? []) {
      const key = keyOfKeyword(link.keyword);
      const short = base === undefined ? {} : { short: shortAddress(base, link.keyword) };
      if (!all.has(key)) all.set(key, { ...link, ...short });
    }
  return all;
}

function shortAddress(base: string, keyword: string): string {
  return `${base.replace(/\/+$/, '')}/${urlPart(keyword)}`;
}

export function viewLink({ keyword, address, aliasOf, short }: Listed): LinkView {
  const { text, hasSecret } = maskedAddress(address);
  return {
    keyword,
    shown: text,
    ...defined({
      aliasOf,
      hasSecret: hasSecret || undefined,
      takesArgument: takesArgument(address) || undefined,
      hasShort: short !== undefined || undefined,
    }),
  };
}

export function viewSource({ id, name }: LinkSource, memory: LinkMemory): LinkSourceView {
  const { copy, problem } = memory;
  return {
    id,
    name,
    faults: [...(copy?.faults ?? [])],
    left: copy?.left ?? 0,
    ...defined({ readAtUtcMs: copy?.atUtcMs, problem }),
  };
}
