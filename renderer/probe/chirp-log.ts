/** When each chirp went out and came back, as two ears hear it: one at the speaker's side, one at the server's. */
import { chirpS } from '../../shared/echo/chirp.ts';
import type { DetectedChirp } from '../../shared/echo/chirp-detector.ts';
import { createChirpDetector } from '../../shared/echo/chirp-detector.ts';
import type { Run } from '../../shared/echo/figures.ts';

export type ChirpLog = Readonly<{
  /** A chirp will be sent at `atMs`, on the clock of the samples. */
  expect: (number: number, atMs: number) => void;
  /** Samples that went out. */
  sent: (atMs: number, samples: Float32Array) => void;
  /** Samples that came back. */
  received: (atMs: number, samples: Float32Array) => void;
  /** The newest sample that went out; 0 before the first. */
  newestMs: () => number;
  /** Chirps that have not come back yet. */
  waiting: () => number;
  /** Chirps whose fate is known: a test may end while one is on its way. */
  settledCount: () => number;
  /** `offsetMs` from the clock of the samples to UTC. */
  heard: (offsetMs: number) => Run['heard'];
}>;

/** A chirp that is not back after `tailMs` is lost. */
export function createChirpLog(rateHz: number, tailMs: number): ChirpLog {
  const mouth = createChirpDetector(rateHz);
  const ear = createChirpDetector(rateHz);
  const sentAtMs = new Map<number, number>();
  const heardAtMs = new Map<number, number>();
  let newestMs = 0;
  const note = (times: Map<number, number>, found: readonly DetectedChirp[]) => {
    for (const { number, atMs } of found) times.set(number, atMs);
  };
  return {
    expect: (number, atMs) => {
      mouth.expect(number, atMs);
      ear.expect(number, atMs);
    },
    sent: (atMs, samples) => {
      newestMs = atMs;
      note(sentAtMs, mouth.push(atMs, samples));
    },
    received: (atMs, samples) => note(heardAtMs, ear.push(atMs, samples)),
    newestMs: () => newestMs,
    waiting: () => ear.waiting(),
    settledCount: () =>
      [...sentAtMs].filter(([number, atMs]) => heardAtMs.has(number) || newestMs - atMs > tailMs)
        .length,
    heard: (offsetMs) =>
      [...heardAtMs].flatMap(([number, atMs]) => {
        const fromMs = sentAtMs.get(number);
        // Nothing comes back before it went out: that was something else.
        if (fromMs === undefined || atMs < fromMs) return [];
        // The middle of the chirp.
        return [{ number, echoMs: atMs - fromMs, heardUtcMs: offsetMs + atMs + chirpS * 500 }];
      }),
  };
}
