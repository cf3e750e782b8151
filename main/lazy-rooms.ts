/** Rooms whose messages do not stay: read when the window asks for them, and never before. */
import type { RoomPlan } from '../shared/coop/accounts.ts';
import type { Rooms } from './rooms/index.ts';

export type LazyRooms = Readonly<{
  get: () => Promise<Rooms>;
  /** The rooms that the document names now. */
  setRooms: (plans: readonly RoomPlan[]) => void;
  dispose: () => void;
}>;

export function createLazyRooms(compose: () => Promise<Rooms>): LazyRooms {
  let loading: Promise<Rooms> | undefined;
  let loaded: Rooms | undefined;
  let plans: readonly RoomPlan[] = [];
  let disposed = false;

  const load = async () => {
    const rooms = await compose();
    if (disposed) rooms.dispose();
    rooms.setRooms(plans);
    loaded = rooms;
    return rooms;
  };
  return {
    get: () => {
      loading ??= load().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
    setRooms: (next) => {
      plans = next;
      loaded?.setRooms(next);
    },
    dispose: () => {
      disposed = true;
      loaded?.dispose();
    },
  };
}
