/** Rooms whose messages do not stay: what the document says of them, whether the member is there, and copies of them. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import { fadingRooms } from '../../../shared/room-export/retention.ts';
import type { RoomsState } from '../../../shared/room-export/state.ts';
import type { RoomAccount } from './account.ts';
import type { CopiesParts, StartOutcome } from './copies.ts';
import { createCopies } from './copies.ts';
import { createMembership } from './membership.ts';

export type RoomsParts = Omit<CopiesParts, 'onChange'> &
  Readonly<{
    /** Undefined while nobody is signed in. */
    account: () => RoomAccount | undefined;
    /** Shows where a copy is, in the desktop's own program for files. */
    showFolder: (folder: string) => void;
  }>;

export type Rooms = Readonly<{
  state: () => RoomsState;
  onChange: (listener: () => void) => void;
  setRooms: (plans: readonly RoomPlan[]) => void;
  restore: () => Promise<void>;
  /** Asks the server anew which rooms the member is in; what comes of it is told by `onChange`. */
  look: () => void;
  start: (room: string) => Promise<StartOutcome>;
  stop: () => void;
  show: (room: string) => void;
  /** Somebody has signed in or out. */
  accountChanged: () => void;
  dispose: () => void;
}>;

/** Progress is told twice a second at most, in ms. */
const everyMs = 500;

export function createRooms(parts: RoomsParts): Rooms {
  const { clock, account } = parts;
  const listeners = new Set<() => void>();
  let plans: readonly RoomPlan[] = [];
  let cancelTold: (() => void) | undefined;
  let wasSignedIn = false;

  const changed = () => {
    cancelTold?.();
    cancelTold = undefined;
    for (const listener of listeners) listener();
  };
  const membership = createMembership(changed);
  const copies = createCopies({
    ...parts,
    onChange: (what) => {
      if (what === 'at') changed();
      else cancelTold ??= clock.after(everyMs, changed);
    },
  });
  const look = () => {
    const now = account();
    if (now)
      void membership.ask(
        now,
        plans.map((plan) => plan.room),
      );
  };

  return {
    state: () => ({
      signedIn: account() !== undefined,
      rooms: fadingRooms(plans, clock.nowUtcMs()).map((view) => {
        const [joined, copy] = [membership.joined(view.room), copies.of(view.room)];
        return { ...view, ...(joined === undefined ? {} : { joined }), ...(copy ? { copy } : {}) };
      }),
    }),
    onChange: (listener) => void listeners.add(listener),
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
      if (folder !== undefined) parts.showFolder(folder);
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
      cancelTold?.();
      listeners.clear();
    },
  };
}
