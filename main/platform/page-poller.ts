/** Polls pages of the co-op: with jitter, not while this machine is offline, and never blaming a page for our line. */
import type { ConnectivityState } from '../../shared/net/connectivity.ts';
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { createJitteredTimers } from './jittered-timers.ts';
import type { Poller, PollerDeps, PollTarget } from './poller.ts';
import { createPoller } from './poller.ts';

/** What whoever polls pages needs of the app. */
export type PollingDeps = Readonly<{
  clock: Clock;
  random: () => number;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
}>;

export type PagePolls<Target extends PollTarget, Answer> = Pick<
  PollerDeps<Target, Answer>,
  'ask' | 'take' | 'holdOffMs'
> &
  Readonly<{
    /** Whether it counts however our connection is: what was read, or a fault that has nothing to do with it. */
    stands: (answer: Answer) => boolean;
    /** Minimum time between polls of one page. */
    minIntervalMs?: number;
  }>;

const jitter = 0.1;

export function createPagePoller<Target extends PollTarget, Answer>(
  { clock, random, connectivity }: PollingDeps,
  { stands, minIntervalMs = 60_000, ...polls }: PagePolls<Target, Answer>,
): Poller<Target> {
  return createPoller<Target, Answer>({
    ...polls,
    timers: createJitteredTimers({ clock, random, jitter, minIntervalMs }),
    isOnline: () => failuresCount(connectivity.current().state),
    counts: async (answer) => stands(answer) || failuresCount(await connectivity.confirm()),
  });
}
