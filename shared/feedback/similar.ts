/** Existing feedback about the same, so that a member can add a “+1” instead of repeating it. Pure. */
import type { About } from './item.ts';

export type Candidate = Readonly<{
  /** The server's id. */
  id: string;
  title: string;
  text: string;
  permalink: string;
  mine: boolean;
  open: boolean;
  sentUtcMs: number;
}>;

export type Similar = Pick<Candidate, 'id' | 'title' | 'permalink' | 'mine'>;

/** The draft to compare with. */
export type Said = Readonly<{ about: About; text: string }>;

const similarLimit = 5;
const titleLimit = 120;
/** Shorter words are too common. */
const wordLength = 3;

/** Open ones first, then by shared words, then the newest. */
export function rankSimilar(
  { about, text }: Said,
  candidates: readonly Candidate[],
): readonly Similar[] {
  const said = wordsOf(`${about.name} ${text}`);
  return candidates
    .map((one) => ({ one, shared: sharedBy(said, wordsOf(`${one.title} ${one.text}`)) }))
    .toSorted(
      (a, b) =>
        Number(b.one.open) - Number(a.one.open) ||
        b.shared - a.shared ||
        b.one.sentUtcMs - a.one.sentUtcMs,
    )
    .slice(0, similarLimit)
    .map(({ one: { id, title, permalink, mine } }) => ({
      id,
      title: title.slice(0, titleLimit),
      permalink,
      mine,
    }));
}

/** GitHub allows five operators per query. */
const queryWords = 5;

/**
 * GitHub's search query. Contains nothing the member typed, since they have not agreed to send it yet. Undefined if the
 * name has no usable word.
 */
export function issueQuery(repository: string, about: About): string | undefined {
  const words = [...wordsOf(about.name)].slice(0, queryWords);
  return words.length === 0 ? undefined : `repo:${repository} is:issue (${words.join(' OR ')})`;
}

/** Max characters compared: duplicates show at the beginning, and texts may be megabytes. */
const comparedLength = 10_000;

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, comparedLength)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= wordLength));
}

function sharedBy(said: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...said].filter((word) => other.has(word)).length;
}
