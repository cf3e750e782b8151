/** The lists of all sources, put together for opening and for the window. Pure. */
import type { LinkSource } from '../coop/link-sources.ts';
import { defined } from '../defined.ts';
import { maskedAddress } from '../net/masked.ts';
import { urlPart } from '../net/url-part.ts';
import type { Resolved } from './aliases.ts';
import { takesArgument } from './argument.ts';
import type { Shortlink } from './shortlink.ts';
import { keyOfKeyword } from './shortlink.ts';
import type { LinkProblem, LinkSourceView, LinkView } from './state.ts';

/** The last good copy of a source. */
export type LinkList = Resolved & Readonly<{ atUtcMs: number; etag?: string | undefined }>;

/** What is known of a source between polls. */
export type LinkMemory = Readonly<{
  list?: LinkList;
  /** Why the last attempt failed, and since when all have. */
  problem?: LinkProblem & Readonly<{ sinceUtcMs: number }>;
  /** Failed attempts in a row. */
  failures: number;
}>;

export const unread: LinkMemory = { failures: 0 };

/** What an attempt told; `unchanged`: the copy is as new as the source. */
export type LinkAnswer =
  | Readonly<{ ok: true; unchanged: true }>
  | Readonly<{ ok: true; unchanged?: never; read: Resolved; etag?: string | undefined }>
  | Readonly<{ ok: false; problem: LinkProblem }>;

/** The last good copy stays, whatever comes after it. */
export function remember(memory: LinkMemory, answer: LinkAnswer, nowUtcMs: number): LinkMemory {
  if (!answer.ok) {
    const { sinceUtcMs = nowUtcMs } = memory.problem ?? {};
    const problem = { ...answer.problem, sinceUtcMs };
    return { ...memory, problem, failures: memory.failures + 1 };
  }
  const { list } = memory;
  if (answer.unchanged)
    return { ...(list && { list: { ...list, atUtcMs: nowUtcMs } }), failures: 0 };
  const { read, etag } = answer;
  return { list: { ...read, atUtcMs: nowUtcMs, ...defined({ etag }) }, failures: 0 };
}

/** A link and its short address, if its source has any. */
export type Listed = Shortlink & Readonly<{ short?: string }>;

/** By keyword; of two sources with the same, the first has it. */
export function listedLinks(
  sources: readonly LinkSource[],
  memoryOf: (id: string) => LinkMemory,
): ReadonlyMap<string, Listed> {
  const all = new Map<string, Listed>();
  for (const { id, base } of sources)
    for (const link of memoryOf(id).list?.links ?? []) {
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
  const { list, problem } = memory;
  return {
    id,
    name,
    faults: [...(list?.faults ?? [])],
    left: list?.left ?? 0,
    ...defined({ readAtUtcMs: list?.atUtcMs, problem }),
  };
}
