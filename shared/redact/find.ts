/** How what is taken out of a text is found. Pure. */
import type { RedactionKind } from './kinds.ts';

export type Found = Readonly<{ start: number; end: number; kind: RedactionKind }>;
/** In order, none over another. */
export type Find = (text: string) => readonly Found[];

/** What stands around a match: as much as tells a version from an address. */
export type Around = Readonly<{ before: string; after: string }>;
const aroundLength = 48;

/** For a pattern that may begin nearly anywhere: looked for only where a word of it stands in the text. */
export function findWhere(word: RegExp, it: Find): Find {
  return (text) => (word.test(text) ? it(text) : []);
}

/**
 * All of a match, or of its group `it` where there is one. A pattern must read no run of characters twice: it begins
 * where the run begins, or is bounded.
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
