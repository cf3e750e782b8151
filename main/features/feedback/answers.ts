/**
 * Hears what is said in answer to what was sent. What came while the app was not running is asked for; after that a room
 * tells by itself, and an issue is looked at now and then. Runs under plain Node.
 */
import { signsOfIssue } from '../../../shared/feedback/issue-signs.ts';
import type { KeptAnswers, Sign, ToldSign } from '../../../shared/feedback/outcome.ts';
import { nothingSaid, readAll, takeSigns, viewAnswers } from '../../../shared/feedback/outcome.ts';
import type { Place } from '../../../shared/feedback/place.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { Clock } from '../../platform/clock.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import type { AnswersFile } from './answers-file.ts';
import type { Readers } from './answers-readers.ts';
import { hearInThread, readThread } from './answers-readers.ts';

/** Something that was sent, and where it lies. */
export type Sent = Readonly<{
  id: string;
  sentAtUtcMs: number;
  place: Place;
  /** Whose marks count in the member's own room with them; in a room of many its power levels say it. */
  staff?: readonly string[];
}>;

export type AnswerNews = Readonly<{ itemId: string; sign: ToldSign }>;

export type Answers = Readonly<{
  /** Call once it is known what was sent: what is kept of anything else is forgotten. */
  restore: () => Promise<void>;
  of: (itemId: string) => ReturnType<typeof viewAnswers> | undefined;
  unread: () => number;
  /** Asks for all that may have been missed: at start, after a sleep, once somebody has signed in. */
  ask: () => void;
  /** Something was sent or discarded. */
  review: () => void;
  /** Rooms to be listened to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  markRead: (itemId: string) => void;
  /** No timer, and no question under way, until it is told to ask. */
  suspend: () => void;
}>;

export type AnswersParts = Readonly<{
  clock: Clock;
  file: AnswersFile;
  /** The newest first. */
  sent: () => readonly Sent[];
  readers: Readers;
  onNews: (news: readonly AnswerNews[]) => void;
  onChange: () => void;
}>;

const dayMs = 86_400_000;
/** After so long nothing is asked any more, and what is known stays as it is. */
const askedForMs = 90 * dayMs;
/** Issues younger than this are looked at again, every `paceMs`. */
const polledForMs = 30 * dayMs;
const paceMs = 15 * 60_000;
/** A server that refuses so often in a row has no answer for the others either. */
const failuresLimit = 3;

export function createAnswers(parts: AnswersParts): Answers {
  const { clock, file, readers } = parts;
  let known: ReadonlyMap<string, KeptAnswers> = new Map();
  /** Ids of what has to be asked for. */
  const due = new Set<string>();
  /** What of these was told is not known any more: nothing is told of what is found there first. */
  const silent = new Set<string>();
  let restored = false;
  /** Two answers about one item must not overtake each other. A question that fails is due again. */
  const queue = createSerialQueue();
  let cancel = () => {};

  const young = (withinMs: number) =>
    parts.sent().filter(({ sentAtUtcMs }) => clock.nowUtcMs() - sentAtUtcMs <= withinMs);

  const put = (id: string, kept: KeptAnswers) => {
    if (known.get(id) === kept) return;
    const next = new Map([...known, [id, kept]]);
    // In the order of what was sent, and nothing that was discarded.
    known = new Map(parts.sent().flatMap((one) => entryOf(next, one.id)));
    file.save(known);
    parts.onChange();
  };

  const take = (
    id: string,
    signs: readonly Sign[],
    asked?: Readonly<{ askedAtUtcMs: number; unreadable?: number }>,
  ) => {
    const before = known.get(id) ?? nothingSaid;
    const { kept, news } = takeSigns(before, signs);
    put(id, asked ? { ...kept, unreadable: undefined, ...asked } : kept);
    const isSilent = asked !== undefined && silent.delete(id);
    if (news.length > 0 && !isSilent) parts.onNews(news.map((sign) => ({ itemId: id, sign })));
  };

  /** False while nobody can be asked. Rejects when there is no answer. */
  const askOne = async ({ id, place, staff }: Sent, signal: AbortSignal): Promise<boolean> => {
    const before = known.get(id)?.signs ?? [];
    const reader = place.via === 'matrix' ? readers.room() : undefined;
    if (place.via === 'matrix' && !reader) return false;
    const heard =
      place.via === 'matrix' && reader
        ? await readThread(before, { place, staff }, reader)
        : await askIssue(place, signal);
    signal.throwIfAborted();
    const { signs, ...more } = heard;
    take(id, signs, { askedAtUtcMs: clock.nowUtcMs(), ...more });
    return true;
  };

  const askIssue = async (place: Place, signal: AbortSignal) => {
    if (place.via !== 'github') return { signs: [] };
    const { now, me } = await readers.issue(place, signal);
    const { unreadable } = now;
    return { signs: signsOfIssue(now, me), ...(unreadable === undefined ? {} : { unreadable }) };
  };

  const round = async (signal: AbortSignal) => {
    const failures = { matrix: 0, github: 0 };
    const sent = new Map(young(askedForMs).map((one) => [one.id, one]));
    // What fails is put last, so that it holds up no other.
    for (const one of [...due].flatMap((id) => sent.get(id) ?? [])) {
      const { via } = one.place;
      if (failures[via] >= failuresLimit) continue;
      due.delete(one.id);
      const answered = await askOne(one, signal).catch(() => false);
      if (signal.aborted) return;
      failures[via] = answered ? 0 : failures[via] + 1;
      if (!answered) due.add(one.id);
    }
    schedule();
  };

  const schedule = () => {
    cancel();
    const polled = young(polledForMs).filter(({ place }) => place.via === 'github');
    if (polled.length + due.size === 0) return;
    cancel = clock.after(paceMs, () => {
      for (const { id } of polled) due.add(id);
      queue.add(round);
    });
  };

  const isFor = (event: RoomEvent) => (one: Sent) =>
    one.place.via === 'matrix' && one.place.roomId === event.roomId;

  const hearOne = async ({ id, place, staff }: Sent, event: RoomEvent) => {
    const reader = readers.room();
    if (place.via !== 'matrix' || !reader) return;
    const before = known.get(id)?.signs ?? [];
    const signs = await hearInThread(before, event, { place, staff }, reader);
    if (signs !== before) take(id, signs);
  };

  const ask = () => {
    for (const { id } of young(askedForMs)) due.add(id);
    if (restored) queue.add(round);
  };

  return {
    restore: async () => {
      const { items, damaged } = await file.load();
      const sent = parts.sent();
      known = new Map(sent.flatMap(({ id }) => entryOf(items, id)));
      if (damaged) for (const { id } of sent) if (!known.has(id)) silent.add(id);
      restored = true;
      parts.onChange();
      ask();
    },
    of: (itemId) => {
      const kept = known.get(itemId);
      return kept && viewAnswers(kept);
    },
    unread: () => [...known.values()].reduce((sum, { unread }) => sum + unread.length, 0),
    ask,
    review: () => {
      const fresh = young(askedForMs).filter(({ id }) => !known.has(id) && !due.has(id));
      if (!restored || fresh.length === 0) return;
      for (const { id } of fresh) due.add(id);
      queue.add(round);
    },
    rooms: () => [
      ...new Set(
        young(askedForMs).flatMap(({ place }) => (place.via === 'matrix' ? place.roomId : [])),
      ),
    ],
    hear: (event) => {
      for (const one of young(askedForMs).filter(isFor(event))) {
        queue.add(() => hearOne(one, event));
      }
    },
    markRead: (itemId) => {
      const kept = known.get(itemId);
      if (kept) put(itemId, readAll(kept));
    },
    suspend: () => {
      cancel();
      queue.cancel();
    },
  };
}

function entryOf<T>(map: ReadonlyMap<string, T>, id: string): readonly (readonly [string, T])[] {
  const value = map.get(id);
  return value === undefined ? [] : [[id, value]];
}
