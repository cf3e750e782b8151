/** The copies of rooms: the one that is being made, and those that can go on or are done. */
import { basename } from 'node:path';
import type { RoomCopy, RoomFault } from '../../../shared/room-export/state.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { RoomAccount } from './account.ts';
import { exportRoom } from './export.ts';
import { faultOf } from './fault.ts';
import type { Reached } from './folder.ts';
import { copyIn, makeFolder, reachedIn } from './folder.ts';
import type { KeptCopy } from './export-list.ts';
import { loadCopies, saveCopies } from './export-list.ts';
import type { PageWords } from './page.ts';
import type { Progress, Target } from './progress.ts';
import { loadProgress } from './progress.ts';

export type CopiesParts = Readonly<{
  clock: Clock;
  random: () => number;
  store: TextStore;
  words: PageWords;
  /** Undefined where the member chose none. */
  chooseFolder: () => Promise<string | undefined>;
  /** `at`: something other than mere progress has changed. */
  onChange: (what: 'at' | 'progress') => void;
}>;

export type StartOutcome = 'started' | 'cancelled' | 'busy' | RoomFault;

export type Copies = Readonly<{
  of: (room: string) => RoomCopy | undefined;
  folderOf: (room: string) => string | undefined;
  /** Looks which copies there are. Never rejects. */
  restore: () => Promise<void>;
  /** Goes on with a copy that was stopped, or asks for a folder and begins. Never rejects. */
  start: (
    room: Readonly<{ room: string; name: string }>,
    account: RoomAccount,
  ) => Promise<StartOutcome>;
  /** What was copied so far stays. */
  stop: () => void;
}>;

export function createCopies(parts: CopiesParts): Copies {
  const { clock, store } = parts;
  const found = new Map<string, RoomCopy>();
  let kept: readonly KeptCopy[] = [];
  let running: AbortController | undefined;

  const folderOf = (room: string) => kept.findLast((one) => one.room === room)?.folder;
  const tell = (room: string, copy: RoomCopy) => {
    const before = found.get(room);
    found.set(room, copy);
    parts.onChange(before?.at === copy.at ? 'progress' : 'at');
  };
  const remember = async (room: string, folder: string) => {
    kept = [...kept.filter((one) => one.room !== room), { room, folder }];
    // A list that cannot be kept is said as such, and costs the copy only that it is not found again.
    await saveCopies(store, kept).catch(() => undefined);
  };
  /** Where to write: the folder of a copy that this member began, or a new one in the folder that is chosen. */
  const placeFor = async ({ room, name, userId }: Target): Promise<string | undefined> => {
    const own = async (folder: string | undefined) => {
      const progress = folder === undefined ? undefined : await loadProgress(folder);
      return progress?.room === room && progress.userId === userId;
    };
    const last = folderOf(room);
    if (last !== undefined && (await own(last).catch(() => false))) return last;
    const chosen = await parts.chooseFolder();
    if (chosen === undefined || (await own(chosen))) return chosen;
    return makeFolder(chosen, name, clock.nowUtcMs());
  };

  const run = async (target: Target, folder: string, account: RoomAccount, signal: AbortSignal) => {
    const name = basename(folder);
    let last: Reached = found.get(target.room) ?? { events: 0 };
    const copy = (at: RoomCopy['at'], fault?: RoomFault) => {
      tell(target.room, { at, folder: name, ...reachedIn(last), ...(fault ? { fault } : {}) });
    };
    const onProgress = (progress: Progress, fault?: RoomFault) => {
      last = progress;
      copy(fault ? 'waiting' : progress.at, fault);
    };
    const { random, words } = parts;
    const { history } = account;
    try {
      await exportRoom({ clock, random, history, folder, words, signal, onProgress }, target);
      copy('finished');
    } catch (error) {
      if (signal.aborted) copy('stopped');
      else copy('failed', faultOf(error));
    }
  };

  const begin = async (
    { room, name }: Readonly<{ room: string; name: string }>,
    account: RoomAccount,
    { signal }: AbortController,
  ): Promise<'started' | 'cancelled'> => {
    const target = {
      room,
      name,
      roomId: await account.roomIdOf(room),
      userId: await account.userId(),
    };
    const folder = await placeFor(target);
    if (folder === undefined || signal.aborted) return 'cancelled';
    if (folder !== folderOf(room)) found.delete(room);
    await remember(room, folder);
    const events = found.get(room)?.events ?? 0;
    tell(room, { ...found.get(room), at: 'reading', events, folder: basename(folder) });
    void run(target, folder, account, signal).finally(() => (running = undefined));
    return 'started';
  };

  return {
    of: (room) => found.get(room),
    folderOf,
    restore: async () => {
      kept = await loadCopies(store);
      for (const { room, folder } of kept) {
        const copy = await copyIn(folder);
        if (copy) found.set(room, copy);
      }
    },
    start: async (room, account) => {
      if (running) return 'busy';
      running = new AbortController();
      const outcome = await begin(room, account, running).catch(faultOf);
      if (outcome !== 'started') running = undefined;
      return outcome;
    },
    stop: () => running?.abort(),
  };
}
