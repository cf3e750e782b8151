/** When each chirp was sent and came back, found by one detector on the outgoing samples and one on the echo. */
import { chirpS } from '../../shared/echo/chirp.ts';
import type { DetectedChirp } from '../../shared/echo/chirp-detector.ts';
import { createChirpDetector } from '../../shared/echo/chirp-detector.ts';
import type { Run } from '../../shared/echo/figures.ts';

export type ChirpLog = Readonly<{
  /** Announces a chirp that will be sent at `atMs`, on the clock of the samples. */
  expect: (number: number, atMs: number) => void;
  /** Takes samples that were sent. */
  sent: (atMs: number, samples: Float32Array) => void;
  /** Takes samples that came back. */
  received: (atMs: number, samples: Float32Array) => void;
  /** Time of the latest samples sent; 0 before the first. */
  newestMs: () => number;
  /** Number of chirps that have not come back yet. */
  waiting: () => number;
  /** Number of chirps that came back or are lost; leaves out those still on their way when a test ends. */
  settledCount: () => number;
  /** `offsetMs` converts the clock of the samples to UTC. */
  heard: (offsetMs: number) => Run['heard'];
}>;

/** A chirp that has not come back after `tailMs` is lost. */
export function createChirpLog(rateHz: number, tailMs: number): ChirpLog {
  const outgoing = createChirpDetector(rateHz);
  const echo = createChirpDetector(rateHz);
  const sentAtMs = new Map<number, number>();
  const heardAtMs = new Map<number, number>();
  let newestMs = 0;
  const note = (times: Map<number, number>, found: readonly DetectedChirp[]) => {
    for (const { number, atMs } of found) times.set(number, atMs);
  };
  return {
    expect: (number, atMs) => {
      outgoing.expect(number, atMs);
      echo.expect(number, atMs);
    },
    sent: (atMs, samples) => {
      newestMs = atMs;
      note(sentAtMs, outgoing.push(atMs, samples));
    },
    received: (atMs, samples) => note(heardAtMs, echo.push(atMs, samples)),
    newestMs: () => newestMs,
    waiting: () => echo.waiting(),
    settledCount: () =>
      [...sentAtMs].filter(([number, atMs]) => heardAtMs.has(number) || newestMs - atMs > tailMs)
        .length,
    heard: (offsetMs) =>
      [...heardAtMs].flatMap(([number, atMs]) => {
        const fromMs = sentAtMs.get(number);
        // Not an echo: it came before the chirp was sent.
        if (fromMs === undefined || atMs < fromMs) return [];
        // The middle of the chirp.
        return [{ number, echoMs: atMs - fromMs, heardUtcMs: offsetMs + atMs + chirpS * 500 }];
      }),
  };
}
