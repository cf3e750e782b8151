/** Tracks the pages and rooms that a test opens, so that all are closed and left when it ends. */
import type { HttpFigures } from '../../../shared/echo/measurement.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OpenRoomPage, RoomPage } from './room-page.ts';
import type { JoinedRoom } from './rooms.ts';
import { never, pause, within } from './timeout.ts';

export type RunResources = Readonly<{
  open: OpenRoomPage;
  /** Tracks a join: a room joined only after the test has ended is left as well. */
  joining: (join: Promise<JoinedRoom>) => Promise<JoinedRoom>;
  /** Starts measuring a server by HTTP. */
  askHttp: (origin: string) => void;
  /** Ends the measurement by HTTP; resolves to its result, if that is ready within 1.5 s. */
  http: () => Promise<HttpFigures | undefined>;
  /** Leaves every room, and closes every page. */
  leave: () => Promise<void>;
}>;

/** How long to measure HTTP after joining: it must not disturb the chirps. */
const httpGraceMs = 1500;

export function createRunResources(
  deps: Readonly<{
    clock: Clock;
    openPage: OpenRoomPage;
    httpFigures: (origin: string, signal: AbortSignal) => Promise<HttpFigures | undefined>;
  }>,
  stopped: AbortSignal,
  leaveMs: number,
): RunResources {
  const { clock } = deps;
  const pages: RoomPage[] = [];
  const rooms: JoinedRoom[] = [];
  const joins: Promise<unknown>[] = [];
  const asking = new AbortController();
  let hasLeft = false;
  let http: Promise<HttpFigures | undefined> = Promise.resolve(undefined);

  const limit = { clock, step: 'leave', ms: leaveMs, signal: never } as const;
  const inTime = (task: () => Promise<void>) => within(limit, task).catch(() => undefined);
  const leaveRoom = (room: JoinedRoom) => inTime(room.leave);
  const closeAll = async () => {
    await Promise.all(pages.splice(0).map((page) => inTime(page.close)));
  };

  return {
    open: (host) => {
      const page = deps.openPage(host);
      pages.push(page);
      if (hasLeft) void closeAll();
      return page;
    },
    joining: async (joined) => {
      joins.push(joined.catch(() => undefined));
      const room = await joined;
      if (hasLeft) await leaveRoom(room);
      else rooms.push(room);
      return room;
    },
    askHttp: (origin) => {
      http = deps.httpFigures(origin, asking.signal).catch(() => undefined);
    },
    http: async () => {
      const late = pause(clock, httpGraceMs, stopped).then(() => undefined);
      const figures = await Promise.race([http, late]);
      asking.abort();
      return figures;
    },
    leave: async () => {
      hasLeft = true;
      asking.abort();
      // A join in progress still needs its page to leave.
      await inTime(async () => void (await Promise.all(joins)));
      await Promise.all(rooms.map(leaveRoom));
      await closeAll();
    },
  };
}
