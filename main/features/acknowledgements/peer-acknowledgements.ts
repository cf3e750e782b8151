/** Acknowledgements by peers, from the co-op's room. In memory only. Runs under plain Node. */
import type { ContactNames } from '../../../shared/coop/contact-account.ts';
import { heardAtUtcMs } from '../../../shared/time/clock-proof.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { Heard, Onlooker } from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import {
  hearAck,
  isInTrouble,
  nextEndUtcMs,
  seenBy,
  unreadOf,
} from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import type { SeenBy, UnreadNotes } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { staleBeforeAt } from '../../../shared/acknowledgements/stale.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createExpiryTimer } from '../../platform/expiry-timer.ts';
import type { FeedReader } from '../../platform/room-feed.ts';
import { createRoomFeed } from '../../platform/room-feed.ts';

export type PeerAcknowledgements = Readonly<{
  /** The room that the document names, and its people. */
  setRoom: (room: string | undefined, people?: ContactNames) => void;
  /** Reads the room, if the member is in it. Call after a sleep, a sign-in or sign-out, and after joining. */
  ask: () => void;
  /** Rooms to subscribe to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  /** Who else has seen the trouble of a service. */
  seenBy: (view: ServiceView) => readonly SeenBy[];
  /** Undefined if everything that may be about this service could be parsed. */
  unreadNotes: (view: ServiceView) => UnreadNotes | undefined;
  suspend: () => void;
}>;

export type PeerAcknowledgementsDeps = Readonly<{
  clock: Clock;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  /** Undefined while nobody is signed in. */
  reader: () => FeedReader | undefined;
  /** An acknowledgement older than this was about an earlier trouble. */
  staleBefore: () => StaleBefore;
  onChange: () => void;
}>;

export function createPeerAcknowledgements(deps: PeerAcknowledgementsDeps): PeerAcknowledgements {
  const { clock, reader, staleBefore, onChange } = deps;
  let heard: readonly Heard[] = [];
  /** Events of the last read that could not be parsed: they may be about any service. */
  let unparsed = 0;
  let people: ContactNames = new Map();
  const expiry = createExpiryTimer({
    clock,
    nextUtcMs: (nowUtcMs) => nextEndUtcMs(heard, nowUtcMs),
    onExpired: onChange,
  });

  const put = (next: readonly Heard[]) => {
    heard = next;
    expiry.rearm();
    onChange();
  };
  const hearOne = (all: readonly Heard[], event: RoomEvent) => {
    const receivedAtUtcMs = heardAtUtcMs(clock.nowUtcMs(), event.sentUtcMs, deps.isClockProven());
    return hearAck(all, event, receivedAtUtcMs);
  };

  // Never joins the room unasked, since everyone in it sees that. Sharing an acknowledgement does join.
  const feed = createRoomFeed({
    clock,
    reader,
    onEvents: ({ events, unreadable, sinceUtcMs }) => {
      unparsed = unreadable;
      // Anything later that is not among the events was redacted.
      const older = heard.filter(({ sentUtcMs }) => sentUtcMs < sinceUtcMs);
      put(events.reduce<readonly Heard[]>(hearOne, older));
    },
    // Only members of the room may see its content.
    onLeft: () => {
      unparsed = 0;
      put([]);
    },
    onFailure: onChange,
  });
  const ask = () => {
    expiry.rearm();
    feed.refresh();
  };

  /** Undefined if nobody is signed in, or there are no acknowledgements. */
  const onlookerAt = ({ id }: ServiceView): Onlooker | undefined => {
    const userId = reader()?.userId;
    if (userId === undefined || heard.length + unparsed === 0) return undefined;
    return { userId, people, staleBeforeUtcMs: staleBeforeAt(staleBefore(), id, clock.nowUtcMs()) };
  };

  return {
    setRoom: (room, named = new Map()) => {
      people = named;
      feed.setRoom(room);
    },
    ask,
    rooms: feed.roomIds,
    hear: (event) =>
      feed.hear(event, () => {
        const next = hearOne(heard, event);
        if (next !== heard) put(next);
      }),
    seenBy: (view) => {
      const onlooker = onlookerAt(view);
      return onlooker ? seenBy(heard, view, onlooker, clock.nowUtcMs()) : [];
    },
    unreadNotes: (view) => {
      const onlooker = onlookerAt(view);
      const room = feed.room();
      if (!onlooker || room === undefined || !isInTrouble(view)) return undefined;
      const count = unparsed + unreadOf(heard, view, onlooker, clock.nowUtcMs());
      return count > 0 ? { count, room } : undefined;
    },
    suspend: () => {
      feed.stop();
      expiry.cancel();
    },
  };
}
