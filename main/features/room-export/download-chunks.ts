/**
 * A room's past while it is read: a file a page, the newest page first. Each is whole before it is counted, so a crash
 * costs the page that was under way and nothing else, and no more than one page is ever in memory.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import { syncFolder, writeText } from '../../platform/files.ts';

const folderName = 'pieces';
const pieceName = (number: number) => `${String(number).padStart(6, '0')}.jsonl`;

/** What of a page can be written, the newest first, each with its line. */
export type Lines = readonly Readonly<{ event: RawEvent; line: string }>[];

/** One that is nested so deeply that it cannot be written out again is left out, and counted by the caller. */
export function linesOf(events: readonly RawEvent[]): Lines {
  return events.flatMap((event) => {
    try {
      return [{ event, line: `${JSON.stringify(event)}\n` }];
    } catch {
      return [];
    }
  });
}

/** On the disk when it resolves; takes the place of what a crash left there. */
export async function savePiece(folder: string, number: number, lines: Lines): Promise<void> {
  const text = lines
    .map(({ line }) => line)
    .toReversed()
    .join('');
  await writeText(join(folder, folderName, pieceName(number)), text);
  await syncFolder(join(folder, folderName));
}

/** The text of the pieces, the oldest event first. */
export async function* readPieces(folder: string, pieces: number): AsyncGenerator<string> {
  for (let number = pieces; number > 0; number -= 1) {
    yield await readFile(join(folder, folderName, pieceName(number)), 'utf8');
  }
}

export function removePieces(folder: string): Promise<void> {
  return rm(join(folder, folderName), { recursive: true, force: true });
}
