/** What has been said about a trouble, by the member and by others. Pure. */
import { fold } from '../text/fold.ts';
import type { Acknowledgement } from './mutes.ts';
import type { SeenBy } from './sharing.ts';

/** Without `by`, it is the member’s own. */
export type Note = Readonly<{ by?: string; text: string; atUtcMs: number; shared?: boolean }>;

type Said = Readonly<{
  acknowledged?: Acknowledgement | undefined;
  seenBy?: readonly SeenBy[] | undefined;
}>;

/** Newest first: it is the one that still holds. What two say in the same words is there once, as said last. */
export function notesOf({ acknowledged, seenBy = [] }: Said): readonly Note[] {
  const all: readonly Note[] = [
    ...(acknowledged ? [ownNote(acknowledged)] : []),
    ...seenBy.map(({ by, note, atUtcMs }) => ({ by, text: note, atUtcMs })),
  ];
  const said = new Set<string>();
  return all
    .toSorted((a, b) => b.atUtcMs - a.atUtcMs)
    .filter(({ text }) => {
      const words = fold(text);
      const isNew = words === '' || !said.has(words);
      said.add(words);
      return isNew;
    });
}

function ownNote({ reason, sinceUtcMs, shared }: Acknowledgement): Note {
  return { text: reason, atUtcMs: sinceUtcMs, shared: shared !== undefined };
}
