/** What a test has open on its way, so that all of it is given back however the test ends. */
import type { HttpFigures } from '../../../shared/echo/measurement.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OpenRoomPage, RoomPage } from './room-page.ts';
import type { JoinedRoom } from './rooms.ts';
import { never, pause, within } from './timeout.ts';

export type Visit = Readonly<{
  open: OpenRoomPage;
  /** Minds a room that is being joined: one that lets us in after we went is left as well. */
  joining: (coming: Promise<JoinedRoom>) => Promise<JoinedRoom>;
  /** Begins to read the http figures of a server. */
  askHttp: (origin: string) => void;
  /** What there is of them in a moment; nothing is asked after it. */
  http: () => Promise<HttpFigures | undefined>;
  /** Leaves, and closes every page. */
  leave: () => Promise<void>;
}>;

/** How long reading http figures may go on after the joining; it must not disturb the chirps. In ms. */
const httpGraceMs = 1500;

export function createVisit(
  parts: Readonly<{
    clock: Clock;
    openPage: OpenRoomPage;
    httpFigures: (origin: string, signal: AbortSignal) => Promise<HttpFigures | undefined>;
  }>,
  stopped: AbortSignal,
  leaveMs: number,
): Visit {
  const { clock } = parts;
  const pages: RoomPage[] = [];
  const rooms: JoinedRoom[] = [];
  const coming: Promise<unknown>[] = [];
  const asking = new AbortController();
  let gone = false;
  let http: Promise<HttpFigures | undefined> = Promise.resolve(undefined);

  const limit = { clock, step: 'leave', ms: leaveMs, signal: never } as const;
  const inTime = (task: () => Promise<void>) => within(limit, task).catch(() => undefined);
  const leaveRoom = (room: JoinedRoom) => inTime(room.leave);
  const closeAll = async () => {
    await Promise.all(pages.splice(0).map((page) => inTime(page.close)));
  };

  return {
    open: (host) => {
      const page = parts.openPage(host);
      pages.push(page);
      if (gone) void closeAll();
      return page;
    },
    joining: async (joined) => {
      coming.push(joined.catch(() => undefined));
      const room = await joined;
      if (gone) await leaveRoom(room);
      else rooms.push(room);
      return room;
    },
    askHttp: (origin) => {
      http = parts.httpFigures(origin, asking.signal).catch(() => undefined);
    },
    http: async () => {
      const late = pause(clock, httpGraceMs, stopped).then(() => undefined);
      const figures = await Promise.race([http, late]);
      asking.abort();
      return figures;
    },
    leave: async () => {
      gone = true;
      asking.abort();
      // Whoever is half in has its own goodbye to say, and needs its page for it.
      await inTime(async () => void (await Promise.all(coming)));
      await Promise.all(rooms.map(leaveRoom));
      await closeAll();
    },
  };
}
