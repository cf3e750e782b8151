/** When each source is looked at: in its own time, less often while it fails, and never while this machine is offline. */
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import type { Clock } from '../../platform/clock.ts';

export type Turns = Readonly<{
  /** Drops all appointments, and makes those of these sources. */
  begin: (sources: readonly BackupSource[]) => void;
  lookNow: (sourceId?: string) => void;
  areUnderWay: () => boolean;
  stop: () => void;
}>;

export type TurnsParts = Readonly<{
  clock: Clock;
  random: () => number;
  isOnline: () => boolean;
  memoryOf: (sourceId: string) => SourceMemory;
  /** Rejects only with the signal's reason. */
  look: (source: BackupSource, signal: AbortSignal) => Promise<void>;
  /** A look began or ended, or enough time went by to judge anew what is known. */
  onTurn: () => void;
}>;

/** No source is asked more often, whatever the document says; in ms. */
const leastMs = 60_000;
/** A source that fails is asked less and less often, up to this; in ms. */
const patienceMs = 6 * 3_600_000;
/** How far from its time a look may be made, as a part of its interval: members do not ask in the same second. */
const slack = 0.1;
/** A backup becomes late without anybody saying so; in ms. */
const reviewMs = 15 * 60_000;

export function createTurns(parts: TurnsParts): Turns {
  const { clock } = parts;
  const appointments = new Map<string, () => void>();
  const underWay = new Set<string>();
  let sources: readonly BackupSource[] = [];
  let cancelReview = () => {};
  let era = new AbortController();

  const schedule = (source: BackupSource, ms: number) => {
    appointments.get(source.id)?.();
    appointments.set(
      source.id,
      clock.after(ms, () => void look(source)),
    );
  };
  const look = async (source: BackupSource) => {
    // Once the way out is back, `begin` makes new appointments.
    if (underWay.has(source.id) || !parts.isOnline()) return;
    const { signal } = era;
    appointments.get(source.id)?.();
    underWay.add(source.id);
    parts.onTurn();
    try {
      await parts.look(source, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (signal.aborted) return;
    underWay.delete(source.id);
    schedule(source, nextMs(source, parts.memoryOf(source.id), parts.random()));
    parts.onTurn();
  };
  const review = () => {
    parts.onTurn();
    cancelReview = clock.after(reviewMs, review);
  };
  const stop = () => {
    era.abort(new Error('stopped'));
    era = new AbortController();
    for (const cancel of appointments.values()) cancel();
    appointments.clear();
    underWay.clear();
    cancelReview();
  };

  return {
    begin: (next) => {
      stop();
      sources = next;
      if (sources.length === 0) return;
      for (const one of sources) schedule(one, firstMs(one, parts.memoryOf(one.id), clock));
      cancelReview = clock.after(reviewMs, review);
    },
    lookNow: (sourceId) => {
      for (const one of sources) {
        if (sourceId !== undefined && one.id !== sourceId) continue;
        // At once, so that whoever asked for it sees that it is under way.
        void look(one);
      }
    },
    areUnderWay: () => underWay.size > 0,
    stop,
  };
}

/** What was read before is read again in its time: a start of the app is no reason to ask. */
function firstMs({ intervalS }: BackupSource, { good, problem }: SourceMemory, clock: Clock) {
  if (!good || problem) return 0;
  const intervalMs = intervalS * 1000;
  const ageMs = clock.nowUtcMs() - good.atUtcMs;
  // A reading from the future was kept by a clock that was wrong.
  return ageMs < 0 ? 0 : Math.max(0, intervalMs - ageMs);
}

function nextMs({ intervalS }: BackupSource, { faults }: SourceMemory, random: number): number {
  const intervalMs = intervalS * 1000;
  const patientMs = Math.min(intervalMs * 2 ** Math.max(0, faults - 1), patienceMs);
  const waitMs = Math.max(intervalMs, patientMs);
  return Math.max(leastMs, waitMs * (1 - slack + 2 * slack * random));
}
