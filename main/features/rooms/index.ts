/** Reads who is in the rooms while a member looks, each file once for all rooms that name it. */
import type { Room } from '../../../shared/coop/rooms.ts';
import type { Presence } from '../../../shared/rooms/presence.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReadPresence } from './request.ts';

export type PresencesDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  read: ReadPresence;
}>;

export type Presences = Readonly<{
  /** Of the rooms whose file could be read. Never rejects. */
  read: () => Promise<readonly Presence[]>;
  setRooms: (rooms: readonly Room[]) => void;
  dispose: () => void;
}>;

/** A page that is opened again and again asks no more often; in ms. */
const minIntervalMs = 20_000;

type Reading = Readonly<{ atMs: number; presences: Promise<readonly Presence[] | undefined> }>;

export function createPresences({ clock, read }: PresencesDeps): Presences {
  let rooms: readonly Room[] = [];
  let readings: ReadonlyMap<string, Reading> = new Map();
  const stop = new AbortController();

  const readingOf = (url: string, nowMs: number): Reading => {
    const before = readings.get(url);
    if (before && nowMs - before.atMs < minIntervalMs) return before;
    return { atMs: nowMs, presences: read(url, stop.signal).catch(() => undefined) };
  };
  return {
    read: async () => {
      const nowMs = clock.monotonicMs();
      const urls = new Set(rooms.flatMap(({ presence }) => presence ?? []));
      readings = new Map([...urls].map((url) => [url, readingOf(url, nowMs)]));
      const found = await Promise.all(
        rooms.map(async ({ id, presence }) => {
          const all = presence === undefined ? undefined : await readings.get(presence)?.presences;
          return all?.find(({ roomId }) => roomId === id) ?? [];
        }),
      );
      return found.flat();
    },
    setRooms: (next) => {
      rooms = next;
    },
    dispose: () => stop.abort(),
  };
}
