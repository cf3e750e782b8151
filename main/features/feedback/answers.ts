/**
 * Answers to sent items. Requests those that arrived while the app was not running; after that, rooms push their events
 * and issues are polled. Runs under plain Node.
 */
import type { StoredAnswers, Sign, ReportableSign } from '../../../shared/feedback/outcome.ts';
import {
  noAnswers,
  readAll,
  takeSigns,
  unreadIn,
  viewAnswers,
} from '../../../shared/feedback/outcome.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { Clock } from '../../platform/clock.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import { askedForMs, createAnswerPoll } from './answer-poll.ts';
import type { AnswersFile } from './answers-file.ts';
import type { Readers, Sent } from './answers-readers.ts';
import { hearInThread, readAnswers } from './answers-readers.ts';

export type { Sent } from './answers-readers.ts';

export type AnswerNews = Readonly<{ itemId: string; sign: ReportableSign }>;

export type Answers = Readonly<{
  /** Call once the outbox is loaded: answers to items that are not in it are dropped. */
  restore: () => Promise<void>;
  of: (itemId: string) => ReturnType<typeof viewAnswers> | undefined;
  unread: () => number;
  /** Requests everything that may have been missed. Call at start, after a sleep, and after a sign-in. */
  ask: () => void;
  /** Call after something was sent or discarded. */
  review: () => void;
  /** Rooms to subscribe to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  markRead: (itemId: string) => void;
  /** No timers and no requests until the next `ask`. */
  suspend: () => void;
}>;

export type AnswersDeps = Readonly<{
  clock: Clock;
  file: AnswersFile;
  /** Newest first. */
  sent: () => readonly Sent[];
  readers: Readers;
  onNews: (news: readonly AnswerNews[]) => void;
  onChange: () => void;
}>;

type Asked = Readonly<{ askedAtUtcMs: number; unreadable?: number }>;

export function createAnswers(deps: AnswersDeps): Answers {
  const { clock, readers } = deps;
  const log = createLog(deps);
  let isRestored = false;
  /** Serial: two answers about one item must be processed in order. */
  const queue = createSerialQueue();

  const sentWithin = (ms: number) =>
    deps.sent().filter(({ sentAtUtcMs }) => clock.nowUtcMs() - sentAtUtcMs <= ms);
  const current = () => sentWithin(askedForMs);

  const poll = createAnswerPoll({
    clock,
    queue,
    sentWithin,
    ask: async (one, signal) => {
      const found = await readAnswers(log.signsOf(one.id), one, readers, signal);
      signal.throwIfAborted();
      if (!found) return false;
      const { signs, ...more } = found;
      log.take(one.id, signs, { askedAtUtcMs: clock.nowUtcMs(), ...more });
      return true;
    },
  });
  const askFor = (items: readonly Sent[]) => {
    if (isRestored) poll.askFor(items.map(({ id }) => id));
  };

  const hearOne = async ({ id, place, staff }: Sent, event: RoomEvent) => {
    const reader = readers.room();
    if (place.via !== 'matrix' || !reader) return;
    const before = log.signsOf(id);
    const signs = await hearInThread(before, event, { place, staff }, reader);
    if (signs !== before) log.take(id, signs);
  };

  return {
    restore: async () => {
      await log.restore();
      isRestored = true;
      deps.onChange();
      askFor(current());
    },
    of: (itemId) => {
      const kept = log.of(itemId);
      return kept && viewAnswers(kept, readers.room()?.userId);
    },
    unread: log.unread,
    ask: () => askFor(current()),
    review: () => {
      const fresh = current().filter(({ id }) => !log.of(id) && !poll.isDue(id));
      if (fresh.length > 0) askFor(fresh);
    },
    rooms: () => [
      ...new Set(current().flatMap(({ place }) => (place.via === 'matrix' ? place.roomId : []))),
    ],
    hear: (event) => {
      const isIts = ({ place }: Sent) => place.via === 'matrix' && place.roomId === event.roomId;
      for (const one of current().filter(isIts)) queue.add(() => hearOne(one, event));
    },
    markRead: log.markRead,
    suspend: () => {
      poll.stop();
      queue.cancel();
    },
  };
}

/** The answers to each item, in memory and in the file. */
function createLog({ file, sent, onNews, onChange }: AnswersDeps) {
  let known: ReadonlyMap<string, StoredAnswers> = new Map();
  /** Items whose part of the file was damaged: the first answers may have been announced before, so they are not. */
  const silent = new Set<string>();

  const put = (id: string, kept: StoredAnswers) => {
    if (known.get(id) === kept) return;
    const next = new Map([...known, [id, kept]]);
    // In the order of sent items, without discarded ones.
    known = new Map(sent().flatMap((one) => entryOf(next, one.id)));
    file.save(known);
    onChange();
  };

  return {
    restore: async () => {
      const { items, damaged } = await file.load();
      const all = sent();
      known = new Map(all.flatMap(({ id }) => entryOf(items, id)));
      if (damaged) for (const { id } of all) if (!known.has(id)) silent.add(id);
    },
    of: (id: string) => known.get(id),
    signsOf: (id: string): readonly Sign[] => known.get(id)?.signs ?? [],
    unread: () => [...known.values()].reduce((sum, kept) => sum + unreadIn(kept), 0),
    take: (id: string, signs: readonly Sign[], asked?: Asked) => {
      const { kept, news } = takeSigns(known.get(id) ?? noAnswers, signs);
      put(id, asked ? { ...kept, unreadable: undefined, ...asked } : kept);
      const isSilent = asked !== undefined && silent.delete(id);
      if (news.length > 0 && !isSilent) onNews(news.map((sign) => ({ itemId: id, sign })));
    },
    markRead: (id: string) => {
      const kept = known.get(id);
      if (kept) put(id, readAll(kept));
    },
  };
}

function entryOf<T>(map: ReadonlyMap<string, T>, id: string): readonly (readonly [string, T])[] {
  const value = map.get(id);
  return value === undefined ? [] : [[id, value]];
}
