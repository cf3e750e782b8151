/** Reads the room that the co-op announces in: its words, and what it reports of services. Runs under plain Node. */
import { hearAnnouncement, isSpoken, rightOf } from '../../../shared/announcements/announcement.ts';
import type { Report } from '../../../shared/announcements/report.ts';
import type { Reported } from '../../../shared/triage/reported.ts';
import {
  hearReport,
  newlyReported,
  nextEndUtcMs,
  reportedNow,
} from '../../../shared/announcements/report.ts';
import { heardAtUtcMs } from '../../../shared/time/clock-proof.ts';
import type { NewsState } from '../../../shared/announcements/state.ts';
import { hasLink } from '../../../shared/announcements/text-parts.ts';
import type { KeptAnswers, Sign, ToldSign } from '../../../shared/feedback/outcome.ts';
import { nothingSaid, readAll, takeSigns, viewAnswers } from '../../../shared/feedback/outcome.ts';
import { editedBy } from '../../../shared/feedback/room-signs.ts';
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';
import { levelsAt, setsLevels } from '../../../shared/matrix/powers.ts';
import type { Clock } from '../../platform/clock.ts';
import { createInTurn } from '../../platform/serial-queue.ts';
import type { AnnouncementsFile, Kept } from './file.ts';

/** What is asked of a Matrix account. Each rejects when there is no answer. */
export type AnnouncementReader = Readonly<{
  userId: string;
  /** The id of a room by its alias or id; undefined where the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** As `find`, and the member is in it from then on. */
  enter: (room: string) => Promise<string>;
  /** The newest events of a room, newest first. */
  recent: (roomId: string) => Promise<RoomPage>;
  /** Asked for each event: whoever answers remembers for a while. */
  powerOf: (roomId: string, userId: string) => Promise<number>;
}>;

export type AnnouncementNews = Readonly<{
  announcements: readonly ToldSign[];
  /** Reports of services that are new, and hold. */
  reports: readonly Report[];
}>;

export type Announcements = Readonly<{
  restore: () => Promise<void>;
  state: () => NewsState;
  /** What the co-op reports of its services now, by their id. */
  reported: () => ReadonlyMap<string, Reported>;
  /** The room that the document names. */
  setRoom: (room: string | undefined) => void;
  /** Reads the room: at start, after a sleep, once somebody has signed in. */
  ask: () => void;
  /** The page is looked at: who was not in the room may have joined it by another program. */
  look: () => void;
  /**
   * The member wants to be in the room that they were shown: its members see who joins, so nobody is made to. Resolves
   * once the room is read. Never rejects.
   */
  join: (shown: string) => Promise<'joined' | 'failed'>;
  /** Rooms to be listened to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  markRead: () => void;
  /** Whether the text of an announcement holds this link. */
  hasLink: (id: string, address: string) => boolean;
  suspend: () => void;
}>;

export type AnnouncementsParts = Readonly<{
  clock: Clock;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  file: AnnouncementsFile;
  /** Undefined while nobody is signed in. */
  reader: () => AnnouncementReader | undefined;
  onNews: (news: AnnouncementNews) => void;
  onChange: () => void;
}>;

const againMs = 15 * 60_000;

export function createAnnouncements(parts: AnnouncementsParts): Announcements {
  const { clock, file } = parts;
  let kept: Kept | undefined;
  /** By the room's name: one that a document leaves out for an hour is not read as if it were new. */
  const known = new Map<string, Kept>();
  let room: string | undefined;
  let roomId: string | undefined;
  /** The room's list of powers as it was last heard; undefined until it is. */
  let levels: unknown;
  let restored = false;
  let hasFailed = false;
  /** The member is not in the room. */
  let isOutside = false;
  const turns = createInTurn();
  let cancelAsk = () => {};
  let cancelEnd = () => {};

  const empty = (name: string): Kept => ({ room: name, said: nothingSaid, reports: [] });

  const put = (next: Kept) => {
    kept = next;
    known.set(next.room, next);
    file.save(next);
    watchEnd();
    parts.onChange();
  };
  const watchEnd = () => {
    cancelEnd();
    const nowUtcMs = clock.nowUtcMs();
    const endUtcMs = nextEndUtcMs(kept?.reports ?? [], nowUtcMs);
    if (endUtcMs === undefined) return;
    cancelEnd = clock.after(endUtcMs - nowUtcMs, () => {
      watchEnd();
      parts.onChange();
    });
  };

  const heardAt = ({ sentUtcMs }: RoomEvent) =>
    heardAtUtcMs(clock.nowUtcMs(), sentUtcMs, parts.isClockProven());

  /** `then` is the list of powers at each event, as `levelsAt` tells it. */
  const heardIn = async (
    before: Kept,
    events: readonly RoomEvent[],
    then: readonly unknown[],
    reader: AnnouncementReader,
  ) => {
    let signs: readonly Sign[] = before.said.signs;
    let { reports } = before;
    const powers = new Map<string, number>();
    const powerOf = async ({ roomId: at, sender }: RoomEvent) => {
      const power = powers.get(sender) ?? (await reader.powerOf(at, sender));
      powers.set(sender, power);
      return power;
    };
    const edits = new Set(events.map(editedBy));
    for (const [index, event] of events.entries()) {
      const power = isSpoken(event) ? await powerOf(event) : 0;
      const speaks = rightOf(power, then[index], event.sender);
      // An edit that is told by itself is judged there.
      const now = speaks.now && !edits.has(event.eventId);
      signs = hearAnnouncement(signs, event, reader.userId, { ...speaks, now });
      reports = hearReport(reports, event, speaks.sent, heardAt(event));
    }
    return { signs, reports };
  };

  const take = (
    before: Kept,
    { signs, reports }: Pick<Kept, 'reports'> & Readonly<{ signs: readonly Sign[] }>,
    asked: Pick<KeptAnswers, 'askedAtUtcMs' | 'unreadable'> = {},
  ) => {
    const { kept: said, news } = takeSigns(before.said, signs);
    // Whoever comes to a room is not told of all that was said before.
    const isFirst = before.said.askedAtUtcMs === undefined && asked.askedAtUtcMs !== undefined;
    put({ ...before, said: { ...(isFirst ? readAll(said) : said), ...asked }, reports });
    const fresh = newlyReported(before.reports, reports, clock.nowUtcMs());
    const told = { announcements: isFirst ? [] : news, reports: fresh };
    if (told.announcements.length + fresh.length > 0) parts.onNews(told);
  };

  const read = async (
    name: string,
    reader: AnnouncementReader,
    signal: AbortSignal,
    entered?: string,
  ) => {
    const found = entered ?? (await reader.find(name));
    signal.throwIfAborted();
    if (found !== roomId) levels = undefined;
    roomId = found;
    isOutside = found === undefined;
    hasFailed = false;
    if (found === undefined) {
      cancelAsk = clock.after(againMs, () => ask());
      return parts.onChange();
    }
    const page = await reader.recent(found);
    const events = page.events.toReversed();
    const before = kept ?? empty(name);
    // What the room no longer tells was taken back; what is older than it tells of stays.
    const [oldest] = events;
    const since = oldest?.sentUtcMs ?? Infinity;
    const older = {
      ...before,
      said: { ...before.said, signs: before.said.signs.filter((one) => one.atUtcMs < since) },
      reports: before.reports.filter((one) => one.saidAtUtcMs < since),
    };
    const heard = await heardIn(older, events, levelsAt(events), reader);
    signal.throwIfAborted();
    take(before, heard, { askedAtUtcMs: clock.nowUtcMs(), unreadable: page.unreadable });
  };

  const ask = (entered?: string) => {
    cancelAsk();
    watchEnd();
    const name = room;
    const reader = parts.reader();
    if (!restored || name === undefined || !reader) return;
    turns.add((signal) =>
      read(name, reader, signal, entered).catch(() => {
        if (signal.aborted) return;
        hasFailed = true;
        cancelAsk = clock.after(againMs, () => ask());
        parts.onChange();
      }),
    );
  };

  const stop = () => {
    cancelAsk();
    turns.callOff();
  };

  const reading = (): NewsState['reading'] => {
    if (!parts.reader()) return 'signed-out';
    if (hasFailed) return 'failed';
    if (isOutside) return 'outside';
    return kept?.said.askedAtUtcMs === undefined ? 'waiting' : 'ready';
  };

  return {
    restore: async () => {
      const found = await file.load();
      restored = true;
      if (found) known.set(found.room, found);
      kept = known.get(room ?? '');
      watchEnd();
      parts.onChange();
      ask();
    },
    state: () => {
      const { replies, outcome: _outcome, ...more } = viewAnswers(kept?.said ?? nothingSaid);
      return {
        ...(room === undefined ? {} : { room }),
        reading: reading(),
        announcements: replies
          .map(({ id, by, text, atUtcMs, unread }) => ({ id, by, text, atUtcMs, unread }))
          .toReversed(),
        ...more,
      };
    },
    reported: () => reportedNow(kept?.reports ?? [], clock.nowUtcMs()),
    setRoom: (next) => {
      if (next === room) return;
      stop();
      room = next;
      roomId = undefined;
      hasFailed = false;
      isOutside = false;
      kept = known.get(next ?? '');
      ask();
    },
    ask: () => ask(),
    look: () => {
      if (isOutside) ask();
    },
    join: async (shown) => {
      const reader = parts.reader();
      // The document may name another room since.
      if (room !== shown || !reader) return 'failed';
      try {
        const entered = await reader.enter(shown);
        if (room !== shown) return 'failed';
        ask(entered);
        await turns.over();
        return 'joined';
      } catch {
        return 'failed';
      }
    },
    rooms: () => (roomId === undefined ? [] : [roomId]),
    hear: (event) => {
      const reader = parts.reader();
      if (!reader || event.roomId !== roomId) return;
      // At once and not in turn: what is heard next may have been sent under another list.
      if (setsLevels(event)) levels = event.content;
      const then = levels;
      turns.add(async () => {
        const before = kept;
        // Before the room was read once, nobody can tell what is new.
        if (before?.said.askedAtUtcMs === undefined) return;
        const heard = await heardIn(before, [event], [then], reader);
        if (heard.signs === before.said.signs && heard.reports === before.reports) return;
        take(before, heard);
      });
    },
    markRead: () => {
      if (kept && kept.said.unread.length > 0) put({ ...kept, said: readAll(kept.said) });
    },
    hasLink: (id, address) =>
      (kept?.said.signs ?? []).some(
        (sign) => sign.is === 'reply' && sign.id === id && hasLink(sign.text, address),
      ),
    suspend: () => {
      stop();
      cancelEnd();
    },
  };
}
