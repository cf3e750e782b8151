/** Requests pages of a room's history, with retries that outlast a restart of the server. */
import { backoffMs } from '../../../shared/feedback/backoff.ts';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import type { RoomFault } from '../../../shared/room-export/state.ts';
import type { Clock } from '../../platform/clock.ts';
import { orAborted, pause } from './abort.ts';
import { RoomError } from './fault.ts';
import type { Progress } from './progress.ts';

export type PastPage = Readonly<{
  /** Newest first. */
  events: readonly RawEvent[];
  /** Number of entries that are not valid events. */
  unreadable: number;
  /** The token of the next page; undefined at the beginning of the history. */
  before?: string;
}>;

/** Throws RoomError: `refused` for a token that the server does not know, `too-large` for a page above the limit. */
export type ReadPage = (
  roomId: string,
  asked: Readonly<{ before?: string; limit: number }>,
) => Promise<PastPage>;

export type Asking = Readonly<{
  clock: Clock;
  random: () => number;
  history: ReadPage;
  signal: AbortSignal;
  /** Called after each page, and with a fault while waiting for the server. */
  onProgress: (progress: Progress, fault?: RoomFault) => void;
}>;

const pageEvents = 500;
/** Failures in a row before giving up, after about ten minutes. */
const maxFailures = 7;
const temporary: readonly RoomFault[] = ['unreachable', 'rate-limited'];

/** `forgotten`: the server no longer knows the token. */
export function createAsk(
  asking: Asking,
): (progress: Progress, place: string | undefined) => Promise<PastPage | 'forgotten'> {
  const { clock, random, signal } = asking;
  // Answers are limited in bytes: pages shrink immediately and grow again slowly.
  let limit = pageEvents;
  return async (progress, place) => {
    const before = place === undefined ? {} : { before: place };
    for (let failures = 0; ;) {
      try {
        const page = await orAborted(signal, asking.history(progress.roomId, { ...before, limit }));
        limit = Math.min(pageEvents, Math.ceil(limit * 1.2));
        return page;
      } catch (error) {
        if (!(error instanceof RoomError)) throw error;
        if (error.fault === 'refused' && place !== undefined) return 'forgotten';
        const shrinks = error.fault === 'too-large' && limit > 1;
        if (!shrinks && (!temporary.includes(error.fault) || failures >= maxFailures)) throw error;
        if (shrinks) {
          limit = Math.floor(limit / 2);
          continue;
        }
        asking.onProgress(progress, error.fault);
        await pause(clock, backoffMs(failures, random(), error.retryAfterMs), signal);
        failures += 1;
      }
    }
  };
}
