/** Times reported by servers, each compared with this machine's clock when it arrived. */
import type { Place } from '../../shared/net/answers.ts';
import { clockOf } from '../../shared/net/answers.ts';
import type { ProvingVoice } from '../../shared/time/clock-proof.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';

export type HeardTimes = Readonly<{
  /** `untimely`: the certificate was refused for its dates. */
  note: (place: Place, serverUtcMs: number, untimely: boolean) => void;
  /** Reports recent enough to count. */
  fresh: () => readonly ProvingVoice[];
  clear: () => void;
}>;

/** How long a report counts, in ms. */
const freshMs = 30 * 60_000;
/** Maximum number of servers remembered. */
const serverLimit = 32;

type Voice = ProvingVoice & Readonly<{ heardAtMs: number }>;

export function createHeardTimes(clock: Clock): HeardTimes {
  const voices = new Map<string, Voice>();
  const hasJumped = watchForJumps(clock);
  return {
    note: (place, serverUtcMs, untimely) => {
      // Reports from before a clock change or a sleep cannot be compared with newer ones.
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
