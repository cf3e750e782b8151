/** The co-op's announcement room: announcements, and reports about services. Runs under plain Node. */
import type { Reported } from '../../../shared/triage/reported.ts';
import { reportedNow } from '../../../shared/announcements/report.ts';
import type { NewsState } from '../../../shared/announcements/state.ts';
import { hasLink } from '../../../shared/announcements/text-parts.ts';
import { viewAnswers } from '../../../shared/feedback/outcome.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { FeedState } from '../../platform/room-feed.ts';
import type { AnnouncementFeed, ListenerDeps } from './listener.ts';
import { createListener } from './listener.ts';
import type { AnnouncementLog, LogDeps } from './log.ts';
import { createLog } from './log.ts';

export type { AnnouncementNews } from './log.ts';

export type Announcements = Readonly<{
  restore: () => Promise<void>;
  state: () => NewsState;
  /** The co-op's current reports, by service id. */
  reported: () => ReadonlyMap<string, Reported>;
  /** The room in the document, and its name there. */
  setRoom: (room: string | undefined, name?: string) => void;
  /** Reads the room. Call at start, after a sleep, and after a sign-in. */
  ask: () => void;
  /** Call when the page opens: the member may have joined the room in another program, or tries again. */
  look: () => void;
  /**
   * Joins the room that was shown to the member, on request only, since everyone in a room sees who joins. Resolves
   * once the room is read. Never rejects.
   */
  join: (shown: string) => Promise<'joined' | 'failed'>;
  /** Rooms to subscribe to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  markRead: () => void;
  /** Whether the text of an announcement contains this link. */
  hasLink: (id: string, address: string) => boolean;
  suspend: () => void;
}>;

export type AnnouncementsDeps = LogDeps & Omit<ListenerDeps, 'log'>;

export function createAnnouncements(deps: AnnouncementsDeps): Announcements {
  const { clock } = deps;
  const log = createLog(deps);
  const listener = createListener({ ...deps, log });
  const { feed } = listener;
  let name: string | undefined;
  const ask = (enteredId?: string) => {
    log.resume();
    feed.refresh(enteredId);
  };

  return {
    restore: async () => {
      await log.restore();
      listener.begin();
      deps.onChange();
      ask();
    },
    state: () => ({
      ...stateOf(feed, log, deps.reader()?.userId),
      ...(name === undefined ? {} : { name }),
    }),
    reported: () => reportedNow(log.current().reports, clock.nowUtcMs()),
    setRoom: (room, nextName) => {
      const isRenamed = nextName !== name;
      name = nextName;
      if (room === feed.room()) {
        if (isRenamed) deps.onChange();
        return;
      }
      log.setRoom(room);
      feed.setRoom(room);
      log.resume();
    },
    ask: () => ask(),
    look: () => {
      if (feed.isOutside() || feed.state() === 'failed') ask();
    },
    join: async (shown) => {
      const reader = deps.reader();
      // The document may have changed the room since.
      if (feed.room() !== shown || !reader) return 'failed';
      try {
        const enteredId = await reader.enter(shown);
        if (feed.room() !== shown) return 'failed';
        ask(enteredId);
        await feed.settled();
        return 'joined';
      } catch {
        return 'failed';
      }
    },
    rooms: feed.roomIds,
    hear: listener.hear,
    markRead: log.markRead,
    hasLink: (id, address) =>
      log
        .current()
        .said.signs.some(
          (sign) => sign.is === 'reply' && sign.id === id && hasLink(sign.text, address),
        ),
    suspend: () => {
      feed.stop();
      log.suspend();
    },
  };
}

/** `me`: the member's id; undefined while signed out. */
function stateOf(feed: AnnouncementFeed, log: AnnouncementLog, me: string | undefined): NewsState {
  const room = feed.room();
  const { said } = log.current();
  const { replies, outcome: _outcome, ...more } = viewAnswers(said, me);
  const announcements = replies
    .map(({ id, by, text, atUtcMs, unread }) => ({ id, by, text, atUtcMs, unread }))
    .toReversed();
  const isRead = said.askedAtUtcMs !== undefined;
  const reading = me !== undefined ? readingOf(feed.state(), isRead) : 'signed-out';
  return { ...(room === undefined ? {} : { room }), reading, announcements, ...more };
}

function readingOf(state: FeedState, isRead: boolean): NewsState['reading'] {
  if (state === 'failed' || state === 'outside') return state;
  return isRead ? 'ready' : 'waiting';
}
