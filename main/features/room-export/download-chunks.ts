/**
 * A room's history during the download: one file per page, newest first. Each is complete before it is counted: a
 * crash costs at most the current page, and there is never more than one page in memory.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import { syncFolder, writeText } from '../../platform/files.ts';

const folderName = 'pieces';
const pieceName = (number: number) => `${String(number).padStart(6, '0')}.jsonl`;

/** The events of a page that can be written, newest first, each with its line. */
export type Lines = readonly Readonly<{ event: RawEvent; line: string }>[];

/** Leaves out an event that is nested too deeply to be serialised; the caller counts it. */
export function linesOf(events: readonly RawEvent[]): Lines {
  return events.flatMap((event) => {
    try {
      return [{ event, line: `${JSON.stringify(event)}\n` }];
    } catch {
      return [];
    }
  });
}

/** On disk when it resolves; replaces what a crash has left there. */
export async function savePiece(folder: string, number: number, lines: Lines): Promise<void> {
  const text = lines
    .map(({ line }) => line)
    .toReversed()
    .join('');
  await writeText(join(folder, folderName, pieceName(number)), text);
  await syncFolder(join(folder, folderName));
}

/** The lines of all chunks, oldest event first. */
export async function* readPieces(folder: string, pieces: number): AsyncGenerator<string> {
  for (let number = pieces; number > 0; number -= 1) {
    yield await readFile(join(folder, folderName, pieceName(number)), 'utf8');
  }
}

export function removePieces(folder: string): Promise<void> {
  return rm(join(folder, folderName), { recursive: true, force: true });
}
