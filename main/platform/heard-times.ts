/** What servers have said of the time, compared with the clock of this machine as they said it. */
import type { Place } from '../../shared/net/answers.ts';
import { clockOf } from '../../shared/net/answers.ts';
import type { ProvingVoice } from '../../shared/time/clock-proof.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';

export type HeardTimes = Readonly<{
  /** `untimely`: its certificate was refused for its dates. */
  note: (place: Place, serverUtcMs: number, untimely: boolean) => void;
  /** Those that still count. */
  fresh: () => readonly ProvingVoice[];
  clear: () => void;
}>;

/** How long a server's time counts, in ms. */
const freshMs = 30 * 60_000;
/** Servers that are remembered. */
const serverLimit = 32;

type Voice = ProvingVoice & Readonly<{ heardAtMs: number }>;

export function createHeardTimes(clock: Clock): HeardTimes {
  const voices = new Map<string, Voice>();
  const hasJumped = watchForJumps(clock);
  return {
    note: (place, serverUtcMs, untimely) => {
      // What was heard before the clock was set, or before a sleep, cannot be compared with what is heard now.
      if (hasJumped()) voices.clear();
      const key = clockOf(place);
      const before = voices.get(key);
      voices.delete(key);
      voices.set(key, {
        offMs: serverUtcMs - clock.nowUtcMs(),
        untimely: untimely || before?.untimely === true,
        verified: !untimely && place.speaks === 'https',
        heardAtMs: clock.monotonicMs(),
      });
      const [oldest] = voices.keys();
      if (oldest !== undefined && voices.size > serverLimit) voices.delete(oldest);
    },
    fresh: () => {
      const nowMs = clock.monotonicMs();
      return [...voices.values()].filter((one) => nowMs - one.heardAtMs <= freshMs);
    },
    clear: () => voices.clear(),
  };
}
