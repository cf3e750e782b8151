/** A canned history as a journal, which the app takes into its database when a member first looks. */
import type { CannedHistory } from './index.ts';
import { cannedHistory } from './index.ts';
import type { Unwritten } from '../../core/history/buffer.ts';
import { lineOf } from '../../core/history/lines.ts';

/** Rows per line, and so per transaction. */
const lineRows = 200;

/** The content of `history.journal` in a profile; `coop` is the co-op's key, from `coopKey`. */
export function cannedJournal(coop: string, canned: CannedHistory): string {
  const { beats, hours, incidents } = cannedHistory(canned);
  const parts: readonly Partial<Unwritten>[] = [
    ...inPieces(beats).map((piece) => ({ beats: piece })),
    ...inPieces(hours).map((piece) => ({ hours: piece })),
    ...inPieces(incidents).map((piece) => ({ incidents: piece })),
  ];
  const nothing: Unwritten = { beats: [], hours: [], incidents: [] };
  return parts.map((part) => lineOf({ key: coop, names: [] }, { ...nothing, ...part })).join('');
}

function inPieces<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / lineRows) }, (_, index) =>
    all.slice(index * lineRows, (index + 1) * lineRows),
  );
}
