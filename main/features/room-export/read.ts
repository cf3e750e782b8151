/** Downloads a room's history to its beginning, newest page first, and stores each page before requesting the next. */
import type { RawEvent } from '../../../shared/room-export/event.ts';
import { RoomError } from './fault.ts';
import type { Asking, PastPage } from './history-pager.ts';
import { createAsk } from './history-pager.ts';
import { linesOf, savePiece } from './download-chunks.ts';
import type { Progress } from './progress.ts';
import { saveProgress, withPiece } from './progress.ts';

export type Reading = Asking & Readonly<{ folder: string }>;

/** Gives up after so many pages in a row without new events, or with a forgotten token. */
const idleLimit = 50;

/** So many empty pages in a row count as the beginning: some servers do not mark it. */
const emptyLimit = 50;

/** Resolves once everything is on disk. Throws RoomError, the file system's errors, and the signal's reason. */
export async function readPast(reading: Reading, from: Progress): Promise<Progress> {
  const ask = createAsk(reading);
  let progress = from;
  let place = from.before;
  /** The oldest event of this copy, while paging to it again from the newest. */
  let known: string | undefined;
  for (let idle = 0, empty = 0; progress.at === 'reading';) {
    if (idle > idleLimit) throw new RoomError('bad-answer');
    const answer = await ask(progress, place);
    if (answer === 'forgotten') {
      idle += 1;
      known = progress.seam.at(-1);
      place = undefined;
      continue;
    }
    empty = answer.events.length + answer.unreadable === 0 ? empty + 1 : 0;
    const page = empty < emptyLimit ? upToBeginning(answer, place, progress) : atEnd(answer);
    place = page.before;
    const found =
      known === undefined ? 0 : 1 + page.events.findIndex((one) => one.event_id === known);
    if (known !== undefined && found === 0 && place !== undefined) continue;
    // The beginning was reached without finding it: the older history has expired.
    const rest = known !== undefined && found === 0 ? [] : page.events.slice(found);
    known = undefined;
    const before = progress.events;
    progress = await keep(reading.folder, progress, { ...page, events: rest });
    idle = progress.events > before ? 0 : idle + 1;
    reading.onProgress(progress);
  }
  return progress;
}

/**
 * Detects the beginning for servers that return a token even there: by the room's creation event, or by the token of
 * the page itself. Throws RoomError if the token leads to events read already.
 */
function upToBeginning(page: PastPage, place: string | undefined, { seam }: Progress): PastPage {
  if (page.events.some((one) => one['type'] === 'm.room.create' && one['state_key'] === '')) {
    return atEnd(page);
  }
  if (page.before === undefined || page.before !== place) return page;
  const isNothingNew = page.events.every(({ event_id: id }) => seam.includes(id));
  if (isNothingNew && page.events.length > 0) throw new RoomError('bad-answer');
  return atEnd(page);
}

function atEnd({ before: _place, ...page }: PastPage): PastPage {
  return page;
}

/** Writes the chunk first, then the progress that counts it: a crash in between costs only this page. */
async function keep(folder: string, progress: Progress, page: PastPage): Promise<Progress> {
  const events = unseen(page.events, progress.seam);
  const lines = linesOf(events);
  if (lines.length > 0) await savePiece(folder, progress.pieces + 1, lines);
  const { before: _place, ...counted } =
    lines.length > 0
      ? withPiece(
          progress,
          lines.map(({ event }) => event),
        )
      : progress;
  const unreadable = progress.unreadable + page.unreadable + events.length - lines.length;
  const next: Progress =
    page.before === undefined
      ? { ...counted, unreadable, at: 'writing' }
      : { ...counted, unreadable, before: page.before };
  await saveProgress(folder, next);
  return next;
}

/** A page may repeat the end of the last one. */
function unseen(events: readonly RawEvent[], seam: readonly string[]): readonly RawEvent[] {
  const seen = new Set(seam);
  return events.filter(({ event_id: id }) => !seen.has(id) && seen.add(id));
}
