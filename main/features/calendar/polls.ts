/** When calendars are read: as often as they ask, at least every half day, and never more often than every quarter. */
import { firstReadMs } from '../../../shared/net/last-good.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { hourMs } from '../../../shared/time/calendar.ts';
import type { PollingDeps } from '../../platform/page-poller.ts';
import { createPagePoller } from '../../platform/page-poller.ts';
import type { Scope } from './expand.ts';
import type { Memories } from './memories.ts';
import type { CalendarMemory, CalendarReread, ReadAddress } from './request.ts';
import type { PastedAddresses } from './secrets.ts';
import type { Source } from './sources.ts';

export type PollsDeps = PollingDeps &
  Readonly<{
    read: ReadAddress;
    memories: Pick<Memories, 'of' | 'take'>;
    addresses: Pick<PastedAddresses, 'of'>;
    scope: () => Scope;
    /** A reading has begun or ended. */
    onTurn: () => void;
  }>;

export type Polls = Readonly<{
  /** Drops all readings, and reads those that are due. */
  begin: (sources: readonly Source[]) => void;
  /** Reads all, even if their server says that nothing has changed: its word may be what is wrong. */
  readNow: () => void;
  isReading: () => boolean;
  stop: () => void;
}>;

const minIntervalMs = hourMs / 4;
const defaultIntervalMs = hourMs / 2;
/** Half of the time after which a copy is stale. */
const maxIntervalMs = 12 * hourMs;
const maxBackoffMs = 6 * hourMs;

function intervalOf({ copy }: CalendarMemory): number {
  const wantedMs = copy?.expanded?.refreshMs ?? defaultIntervalMs;
  return Math.min(maxIntervalMs, Math.max(minIntervalMs, wantedMs));
}

export function createPolls(deps: PollsDeps): Polls {
  const { clock, memories, scope } = deps;
  let sources: readonly Source[] = [];
  const forced = new Set<string>();

  const ask = async (source: Source, signal: AbortSignal): Promise<CalendarReread> => {
    const { id, address } = source;
    const found = address === undefined ? await deps.addresses.of(id) : { address };
    signal.throwIfAborted();
    if ('problem' in found) return { ok: false, problem: found.problem };
    const etag = forced.delete(id) ? undefined : memories.of(source).copy?.etag;
    return deps.read(found.address, etag, scope(), signal);
  };

  const poller = createPagePoller<Source, CalendarReread>(deps, {
    minIntervalMs,
    ask,
    stands: (reread) => reread.ok || isOurs(reread.problem.code),
    take: (source, reread) => {
      if (reread) memories.take(source, reread);
      const memory = memories.of(source);
      const { failures } = memory;
      return { aboutMs: pollDelayMs({ intervalMs: intervalOf(memory), failures, maxBackoffMs }) };
    },
  });
  poller.onTurn(deps.onTurn);

  return {
    begin: (next) => {
      sources = next;
      const nowUtcMs = clock.nowUtcMs();
      poller.start(sources, (one) => {
        const memory = memories.of(one);
        return firstReadMs(memory, intervalOf(memory), nowUtcMs);
      });
    },
    readNow: () => {
      for (const { id } of sources) {
        forced.add(id);
        poller.pollNow(id);
      }
    },
    isReading: poller.isPolling,
    stop: poller.stop,
  };
}

/** The keyring's fault has nothing to do with the network. */
function isOurs(code: string): boolean {
  return code.startsWith('keyring-') || code === 'no-address';
}
