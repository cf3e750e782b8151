/**
 * Where checks are written every minute: lines at the end of a file. The database, whose library would cost an idle app
 * ten megabytes, is opened only when a member looks, or when the file has grown; then it takes the lines over.
 */
import { randomUUID } from 'node:crypto';
import type { AppendFile } from '../platform/append-file.ts';
import type { Database } from '../platform/sqlite.ts';
import type { Unwritten } from './buffer.ts';

export type Entry = Readonly<{ id: string; coop: string; unwritten: Unwritten }>;

/** A larger file is taken over without anyone looking; in bytes. */
export const takeOverBytes = 4 * 1024 * 1024;
/** While there is no database to take it over, the file grows no larger than this; in bytes. */
export const limitBytes = 16 * takeOverBytes;

export function journalLine(coop: string, unwritten: Unwritten): string {
  const entry: Entry = { id: randomUUID(), coop, unwritten };
  return `${JSON.stringify(entry)}\n`;
}

/** A line that a crash cut short is left out, and so is a file that cannot be read. */
export async function readJournal(file: AppendFile): Promise<readonly Entry[]> {
  if ((await file.sizeBytes()) === 0) return [];
  const text = await file.read(limitBytes).catch(() => '');
  return text.split('\n').flatMap((line) => parseLine(line) ?? []);
}

function parseLine(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

/**
 * Takes a line over, unless that was done before a crash that left the file behind: hours are added to, so that twice
 * would count double. Call inside a transaction.
 */
export function once(db: Database, { id }: Entry, work: () => void): void {
  const [known] = db.all('SELECT id FROM taken WHERE id = ?', [id]);
  if (known) return;
  work();
  db.run('INSERT INTO taken (id) VALUES (?)', [id]);
}
