/** Turns the chunks into the finished copy: all events in one file, pages to read, and a manifest. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import { syncFolder, writeText } from '../../platform/files.ts';
import { createHtmlExport } from './html-export.ts';
import type { PageWords } from './page.ts';
import { readPieces, removePieces } from './download-chunks.ts';
import type { Progress } from './progress.ts';
import { progressFile } from './progress.ts';
import { saveManifest } from './manifest.ts';

const eventsFile = 'messages.jsonl';

/** Events rendered per step: hundreds would block the app. */
const stepEvents = 20;

export type Writing = Readonly<{
  folder: string;
  words: PageWords;
  nowUtcMs: () => number;
  signal: AbortSignal;
}>;

/** Can be repeated from the start at any time: the chunks are removed last. */
export async function writeCopy(writing: Writing, progress: Progress): Promise<void> {
  const { folder, words, signal } = writing;
  await removeDrafts(folder);
  await writeText(
    join(folder, eventsFile),
    untilAborted(signal, readPieces(folder, progress.pieces)),
  );
  const book = createHtmlExport(words, progress, (name, text) =>
    writeText(join(folder, name), text),
  );
  let added = 0;
  for await (const text of untilAborted(signal, readPieces(folder, progress.pieces))) {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      await book.add(JSON.parse(line) as RawEvent);
      added += 1;
      if (added % stepEvents === 0) await breathe();
    }
  }
  const { pages, shown, leftOut } = await book.end();
  await saveManifest(folder, progress, {
    pages,
    shown,
    leftOut,
    finishedUtcMs: writing.nowUtcMs(),
  });
  await syncFolder(folder);
  await removePieces(folder);
  await rm(progressFile(folder), { force: true });
}

/** Removes incomplete files left by a crash, whose names end in a UUID. */
async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) =>
    /\.(?:jsonl|json|html)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name),
  );
  for (const name of drafts) await rm(join(folder, name), { force: true });
}

async function* untilAborted(
  signal: AbortSignal,
  pieces: AsyncIterable<string>,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
