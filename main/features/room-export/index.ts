/** Rooms whose messages expire: the document's plan, the member's membership, and their copies. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import { fadingRooms } from '../../../shared/room-export/retention.ts';
import type { RoomsState } from '../../../shared/room-export/state.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { RoomAccount } from './account.ts';
import type { CopiesDeps, StartOutcome } from './copies.ts';
import { createCopies } from './copies.ts';
import { createMembership } from './membership.ts';

export type RoomExportDeps = Omit<CopiesDeps, 'onChange'> &
  Readonly<{
    /** Undefined while nobody is signed in. */
    account: () => RoomAccount | undefined;
    /** Shows a copy in the desktop's file manager. */
    showFolder: (folder: string) => void;
  }>;

export type RoomExport = Readonly<{
  state: () => RoomsState;
  /** Returns the function that unsubscribes. */
  onChange: (listener: () => void) => () => void;
  setRooms: (plans: readonly RoomPlan[]) => void;
  restore: () => Promise<void>;
  /** Asks the server again which rooms the member is in; the result comes by `onChange`. */
  look: () => void;
  start: (room: string) => Promise<StartOutcome>;
  stop: () => void;
  show: (room: string) => void;
  /** Call when the member signs in or out. */
  accountChanged: () => void;
  dispose: () => void;
}>;

/** Between two changes of progress alone. */
const minIntervalMs = 500;

export function createRoomExport(deps: RoomExportDeps): RoomExport {
  const { clock, account } = deps;
  const changes = createEmitter<void>();
  let plans: readonly RoomPlan[] = [];
  let cancelProgress: (() => void) | undefined;
  let wasSignedIn = false;

  const changed = () => {
    cancelProgress?.();
    cancelProgress = undefined;
    changes.emit();
  };
  const membership = createMembership(changed);
  const copies = createCopies({
    ...deps,
    onChange: (what) => {
      if (what === 'at') changed();
      else cancelProgress ??= clock.after(minIntervalMs, changed);
    },
  });
  const look = () => {
    const now = account();
    if (!now) return;
    const rooms = plans.map((plan) => plan.room);
    void membership.ask(now, rooms);
  };

  return {
    state: () => ({
      signedIn: account() !== undefined,
      rooms: fadingRooms(plans, clock.nowUtcMs()).map((view) => {
        const [joined, copy] = [membership.joined(view.room), copies.of(view.room)];
        return { ...view, ...(joined === undefined ? {} : { joined }), ...(copy ? { copy } : {}) };
      }),
    }),
    onChange: changes.on,
    setRooms: (next) => {
      plans = next;
      changed();
    },
    restore: copies.restore,
    look,
    start: async (room) => {
      const [plan, now] = [plans.find((one) => one.room === room), account()];
      if (!plan) return 'not-found';
      return now ? copies.start({ room, name: plan.name }, now) : 'signed-out';
    },
    stop: copies.stop,
    show: (room) => {
      const folder = copies.folderOf(room);
      if (folder !== undefined) deps.showFolder(folder);
    },
    accountChanged: () => {
      const isSignedIn = account() !== undefined;
      if (isSignedIn === wasSignedIn) return;
      wasSignedIn = isSignedIn;
      membership.forget();
      changed();
      look();
    },
    dispose: () => {
      copies.stop();
      cancelProgress?.();
      changes.clear();
    },
  };
}
