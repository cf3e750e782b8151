/** Records the room's events in the log. */
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { levelsAt, setsLevels } from '../../../shared/matrix/powers.ts';
import { heardAtUtcMs } from '../../../shared/time/clock-proof.ts';
import type { Clock } from '../../platform/clock.ts';
import type { FeedReader, RoomFeed } from '../../platform/room-feed.ts';
import { createRoomFeed } from '../../platform/room-feed.ts';
import type { Kept } from './file.ts';
import type { Interpreted, PowerReader } from './interpret.ts';
import { interpret } from './interpret.ts';
import type { AnnouncementLog } from './log.ts';

/** What is needed of the member's Matrix account. Each call rejects if the server does not answer. */
export type AnnouncementReader = FeedReader &
  PowerReader &
  Readonly<{
    /** As `find`, but joins the room if necessary. */
    enter: (room: string) => Promise<string>;
  }>;

export type AnnouncementFeed = RoomFeed<AnnouncementReader>;

export type Listener = Readonly<{
  feed: AnnouncementFeed;
  /** Call once the log is restored: before that, everything in the room would look new. */
  begin: () => void;
  hear: (event: RoomEvent) => void;
}>;

export type ListenerDeps = Readonly<{
  clock: Clock;
  log: AnnouncementLog;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  /** Undefined while nobody is signed in. */
  reader: () => AnnouncementReader | undefined;
  onChange: () => void;
}>;

export function createListener(deps: ListenerDeps): Listener {
  const { clock, log } = deps;
  let hasBegun = false;
  /** The latest power levels received live, by room. */
  const levels = new Map<string, unknown>();
  const receivedAtUtcMs = ({ sentUtcMs }: RoomEvent) =>
    heardAtUtcMs(clock.nowUtcMs(), sentUtcMs, deps.isClockProven());

  const feed = createRoomFeed<AnnouncementReader>({
    clock,
    reader: () => (hasBegun ? deps.reader() : undefined),
    onEvents: async ({ events, unreadable, sinceUtcMs }, reader, signal) => {
      const before = log.current();
      const older = olderThan(before, sinceUtcMs);
      const found = await interpret(older, events, levelsAt(events), reader, receivedAtUtcMs);
      signal.throwIfAborted();
      log.take(before, found, { askedAtUtcMs: clock.nowUtcMs(), unreadable });
    },
    onLeft: () => {
      levels.clear();
      deps.onChange();
    },
    onFailure: deps.onChange,
  });

  const hear = (event: RoomEvent) => {
    // Synchronously, before queueing: the next event may have been sent under other levels.
    if (setsLevels(event)) levels.set(event.roomId, event.content);
    const then = levels.get(event.roomId);
    feed.hear(event, async (reader, signal) => {
      const before = log.current();
      // Until the room was read once, it is unknown what is new.
      if (before.said.askedAtUtcMs === undefined) return;
      const { signs } = before.said;
      const heard = { signs, reports: before.reports };
      const found = await interpret(heard, [event], [then], reader, receivedAtUtcMs);
      signal.throwIfAborted();
      if (found.signs !== signs || found.reports !== before.reports) log.take(before, found);
    });
  };

  return { feed, begin: () => (hasBegun = true), hear };
}

/** Entries older than the oldest event of a page: anything later that is not on it was redacted. */
function olderThan({ said, reports }: Kept, sinceUtcMs: number): Interpreted {
  return {
    signs: said.signs.filter(({ atUtcMs }) => atUtcMs < sinceUtcMs),
    reports: reports.filter(({ saidAtUtcMs }) => saidAtUtcMs < sinceUtcMs),
  };
}
