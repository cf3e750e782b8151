/** What one direction of the network really did to the media, to compare setting, effect and measurement. */
import type { Spread } from '../../../shared/echo/distribution.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';

export type Passage = Readonly<{
  passed: number;
  dropped: number;
  /** How long packets were really held. */
  delayMs?: Spread;
  /** Interarrival jitter (RFC 3550) at the far end of the network. */
  jitterMs?: number;
}>;

export type Tally = Readonly<{
  passed: (packet: Buffer, heldMs: number) => void;
  dropped: () => void;
  read: () => Passage;
  reset: () => void;
}>;

const clockPerMs = 48;

export function createTally(): Tally {
  let held: number[] = [];
  let dropped = 0;
  let jitterMs = 0;
  let last: Readonly<{ atMs: number; sentMs: number }> | undefined;
  return {
    passed: (packet, heldMs) => {
      held.push(heldMs);
      const now = { atMs: performance.now(), sentMs: packet.readUInt32BE(4) / clockPerMs };
      if (last) {
        const change = Math.abs(now.atMs - last.atMs - (now.sentMs - last.sentMs));
        // Ignores a timestamp that wrapped, or another stream.
        if (change < 1000) jitterMs += (change - jitterMs) / 16;
      }
      last = now;
    },
    dropped: () => void (dropped += 1),
    read: () => {
      const delayMs = spreadOf(held);
      return { passed: held.length, dropped, ...(delayMs ? { delayMs, jitterMs } : {}) };
    },
    reset: () => {
      held = [];
      dropped = 0;
      jitterMs = 0;
      last = undefined;
    },
  };
}
