/** Asks a server for pages of a room's past, as patiently as a restart of the server needs. */
import { backoffMs } from '../../../shared/feedback/backoff.ts';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import type { RoomFault } from '../../../shared/room-export/state.ts';
import type { Clock } from '../../platform/clock.ts';
import { orAborted, pause } from './abort.ts';
import { RoomError } from './fault.ts';
import type { Progress } from './progress.ts';

export type PastPage = Readonly<{
  /** The newest first. */
  events: readonly RawEvent[];
  /** What the server gave that is no event. */
  unreadable: number;
  /** Where the past goes on; undefined at its end. */
  before?: string;
}>;

/** Throws RoomError; `refused` for a place that the server does not know, `too-large` for a page that is too much. */
export type ReadPage = (
  roomId: string,
  asked: Readonly<{ before?: string; limit: number }>,
) => Promise<PastPage>;

export type Asking = Readonly<{
  clock: Clock;
  random: () => number;
  history: ReadPage;
  signal: AbortSignal;
  /** Told after each page, and with a fault while the server is waited for. */
  onProgress: (progress: Progress, fault?: RoomFault) => void;
}>;

const pageEvents = 500;
/** Failures in a row that are waited out, which takes some ten minutes; then the member decides. */
const patience = 7;
const passing: readonly RoomFault[] = ['unreachable', 'rate-limited'];

/** `forgotten`: the server does not know the place any more. */
export function createAsk(
  asking: Asking,
): (progress: Progress, place: string | undefined) => Promise<PastPage | 'forgotten'> {
  const { clock, random, signal } = asking;
  // Events are of all sizes, and an answer has a limit: pages shrink at once and grow again slowly.
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
        if (!shrinks && (!passing.includes(error.fault) || failures >= patience)) throw error;
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
