/** Rooms whose messages do not stay: read when the window asks for them, and never before. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import { lazily } from '../lazy.ts';
import type { RoomExport } from './index.ts';

export type LazyRooms = Readonly<{
  get: () => Promise<RoomExport>;
  /** The rooms that the document names now. */
  setRooms: (plans: readonly RoomPlan[]) => void;
  dispose: () => void;
}>;

export function createLazyRooms(compose: () => Promise<RoomExport>): LazyRooms {
  let plans: readonly RoomPlan[] = [];
  const lazy = lazily({
    make: compose,
    begin: (rooms) => rooms.setRooms(plans),
    end: (rooms) => rooms.dispose(),
  });
  return {
    get: lazy.get,
    setRooms: (next) => {
      plans = next;
      lazy.now()?.setRooms(next);
    },
    dispose: lazy.dispose,
  };
}
