/** Builds finders from patterns. Pure. */
import type { RedactionKind } from './kinds.ts';

export type Found = Readonly<{ start: number; end: number; kind: RedactionKind }>;
/** In order, without overlaps. */
export type Find = (text: string) => readonly Found[];

/** Text around a match, enough to tell a version from an IP address. */
export type Around = Readonly<{ before: string; after: string }>;
const aroundLength = 48;

/** For patterns that can start almost anywhere: skipped unless `word` occurs in the text. */
export function findWhere(word: RegExp, it: Find): Find {
  return (text) => (word.test(text) ? it(text) : []);
}

/**
 * Matches `pattern`, or its group `it` if there is one. To stay linear, a pattern must not scan a run of characters
 * twice: it starts where the run starts, or its length is bounded.
 */
export function find(
  kind: RedactionKind,
  pattern: RegExp,
  isOne: (it: string, around: Around) => boolean = () => true,
): Find {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole] = match;
      const it = match.groups?.['it'] ?? whole;
      const start = match.index + whole.lastIndexOf(it);
      const end = start + it.length;
      const around = {
        before: text.slice(Math.max(0, start - aroundLength), start),
        after: text.slice(end, end + aroundLength),
      };
      return it !== '' && isOne(it, around) ? [{ start, end, kind }] : [];
    });
}
