/** Feedback that is there already, so that a member may add a “+1” instead of saying it again. Pure. */
import type { About } from './item.ts';

export type Candidate = Readonly<{
  /** The server's own id of it. */
  id: string;
  title: string;
  text: string;
  permalink: string;
  mine: boolean;
  open: boolean;
  sentUtcMs: number;
}>;

export type Similar = Pick<Candidate, 'id' | 'title' | 'permalink' | 'mine'>;

/** What the member is about to say. */
export type Said = Readonly<{ about: About; text: string }>;

const similarLimit = 5;
const titleLimit = 120;
/** Shorter ones are in every sentence. */
const wordLength = 3;

/** What is open comes first, then what shares the most words, then the newest. */
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

/** GitHub takes no more than five operators. */
const queryWords = 5;

/**
 * What GitHub is asked for. Nothing of what was typed is in it, for the member has not agreed yet to send that anywhere;
 * undefined where the name has no word to look for.
 */
export function issueQuery(repository: string, about: About): string | undefined {
  const words = [...wordsOf(about.name)].slice(0, queryWords);
  return words.length === 0 ? undefined : `repo:${repository} is:issue (${words.join(' OR ')})`;
}

/** What is the same is said at the beginning, and a text may be of megabytes; in characters. */
const readOf = 10_000;

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, readOf)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= wordLength));
}

function sharedBy(said: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...said].filter((word) => other.has(word)).length;
}
