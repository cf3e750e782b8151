/** Copies of rooms: the running export, and copies that are finished or can be resumed. */
import { basename } from 'node:path';
import type { RoomCopy, RoomFault } from '../../../shared/room-export/state.ts';
import { dateIn } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { RoomAccount } from './account.ts';
import { exportRoom } from './export.ts';
import { faultOf } from './fault.ts';
import type { Reached } from './folder.ts';
import { makeFolder, reachedIn } from './folder.ts';
import { createKnownCopies } from './known-copies.ts';
import type { PageWords } from './page.ts';
import type { Progress, Target } from './progress.ts';
import { loadProgress } from './progress.ts';

export type CopiesDeps = Readonly<{
  clock: Clock;
  /** The member's, as an IANA name. */
  timeZone: () => string;
  random: () => number;
  store: TextStore;
  words: PageWords;
  /** Undefined if the member cancels. */
  chooseFolder: () => Promise<string | undefined>;
  /** `progress`: only the progress has changed. */
  onChange: (what: 'at' | 'progress') => void;
}>;

export type StartOutcome = 'started' | 'cancelled' | 'busy' | RoomFault;

export type Copies = Readonly<{
  of: (room: string) => RoomCopy | undefined;
  folderOf: (room: string) => string | undefined;
  /** Finds the copies of earlier runs. Never rejects. */
  restore: () => Promise<void>;
  /** Resumes a copy that was stopped, or asks for a folder and starts one. Never rejects. */
  start: (
    room: Readonly<{ room: string; name: string }>,
    account: RoomAccount,
  ) => Promise<StartOutcome>;
  /** Keeps the chunks downloaded so far. */
  stop: () => void;
}>;

export function createCopies(deps: CopiesDeps): Copies {
  const { clock, random, words } = deps;
  const known = createKnownCopies(deps.store);
  let running: AbortController | undefined;

  const show = (room: string, copy: RoomCopy) => {
    const before = known.of(room);
    known.set(room, copy);
    deps.onChange(before?.at === copy.at ? 'progress' : 'at');
  };

  const run = async (
    target: Target,
    folder: string,
    { history }: RoomAccount,
    signal: AbortSignal,
  ) => {
    const name = basename(folder);
    let last: Reached = known.of(target.room) ?? { events: 0 };
    const copy = (at: RoomCopy['at'], fault?: RoomFault) => {
      show(target.room, { at, folder: name, ...reachedIn(last), ...(fault ? { fault } : {}) });
    };
    const onProgress = (progress: Progress, fault?: RoomFault) => {
      last = progress;
      copy(fault ? 'waiting' : progress.at, fault);
    };
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
    const roomId = await account.roomIdOf(room);
    const target = { room, name, roomId, userId: await account.userId() };
    const folder = await folderFor(target, known.folderOf(room), deps);
    if (folder === undefined || signal.aborted) return 'cancelled';
    await known.setFolder(room, folder);
    const before = known.of(room);
    show(room, { ...before, at: 'reading', events: before?.events ?? 0, folder: basename(folder) });
    void run(target, folder, account, signal).finally(() => (running = undefined));
    return 'started';
  };

  return {
    of: known.of,
    folderOf: known.folderOf,
    restore: known.restore,
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

/** The folder of a copy that this member began, or a new one in a folder that they choose. */
async function folderFor(
  { room, name, userId }: Target,
  last: string | undefined,
  { clock, timeZone, chooseFolder }: Pick<CopiesDeps, 'clock' | 'timeZone' | 'chooseFolder'>,
): Promise<string | undefined> {
  const isOwn = async (folder: string) => {
    const progress = await loadProgress(folder);
    return progress?.room === room && progress.userId === userId;
  };
  if (last !== undefined && (await isOwn(last).catch(() => false))) return last;
  const chosen = await chooseFolder();
  if (chosen === undefined || (await isOwn(chosen))) return chosen;
  return makeFolder(chosen, name, dateIn(timeZone(), clock.nowUtcMs()));
}
