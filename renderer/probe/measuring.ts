/** Sends chirps, detects their echo, and samples the connection's statistics. */
import { chirpIntervalS } from '../../shared/echo/chirp.ts';
import type { Run } from '../../shared/echo/figures.ts';
import { createSilenceMeter } from '../../shared/echo/silence.ts';
import type { Reading } from '../../shared/echo/readings.ts';
import { createChirpLog } from './chirp-log.ts';
import type { Connection } from './connection.ts';
import { ProbeError, pause, within } from './probe-error.ts';
import type { Sound } from './sound.ts';

export type Measuring = Readonly<{
  /** Resolves when the last chirp has come back or is lost. */
  run: (measureS: number) => Promise<void>;
  /** Results so far; `seconds` is the number of seconds they cover. */
  soFar: () => Run & Readonly<{ seconds: number }>;
  stop: () => void;
}>;

const readIntervalMs = 250;
const firstPacketTimeoutMs = 8_000;
/** The echo starts half a second after the call is answered, and the jitter buffer needs time to adapt. */
const settleMs = 1_500;
/** Wait after the last chirp: 400 ms of network, 500 ms in the server, and the buffers. */
const tailMs = 2_000;
const leadS = 0.1;

export function createMeasuring(
  sound: Sound,
  connection: Connection,
  signal: AbortSignal,
): Measuring {
  const chirps = createChirpLog(sound.rateHz, tailMs);
  const silence = createSilenceMeter(sound.rateHz);
  const readings: Reading[] = [];
  let startMs = 0;
  let startUtcMs: number | undefined;
  let startS = 0;
  let planned = 0;

  const read = async () => void readings.push(await connection.read());
  // The connection may be closed by now.
  const timer = setInterval(() => void read().catch(() => undefined), readIntervalMs);
  const firstPacket = async () => {
    for (let waitedMs = 0; waitedMs < firstPacketTimeoutMs; waitedMs += readIntervalMs) {
      if ((readings.at(-1)?.received?.packets ?? 0) > 0) return;
      await pause(readIntervalMs, signal);
    }
    throw new ProbeError('media-silent');
  };
  const listener = {
    sent: chirps.sent,
    heard: (atMs: number, samples: Float32Array) => {
      if (startUtcMs !== undefined) silence.push(samples);
      chirps.received(atMs, samples);
    },
  };
  const schedule = (measureS: number) => {
    startS = sound.nowS() + leadS;
    startMs = chirps.newestMs() + leadS * 1000;
    startUtcMs = performance.timeOrigin + performance.now() + leadS * 1000;
    planned = Math.max(1, Math.floor(measureS / chirpIntervalS));
    for (let number = 0; number < planned; number += 1) {
      const afterS = number * chirpIntervalS;
      sound.send(number, startS + afterS);
      chirps.expect(number, startMs + afterS * 1000);
    }
  };

  return {
    run: async (measureS) => {
      const echo = within(connection.echo, firstPacketTimeoutMs, 'media-silent', signal);
      sound.listen(await echo, listener);
      await firstPacket();
      await pause(settleMs, signal);
      // Without the outgoing samples, every chirp would seem to be lost at the server.
      if (chirps.newestMs() === 0) throw new ProbeError('internal');
      schedule(measureS);
      await pause(planned * chirpIntervalS * 1000, signal);
      for (
        let waitedMs = 0;
        waitedMs < tailMs && chirps.waiting() > 0;
        waitedMs += readIntervalMs
      ) {
        await pause(readIntervalMs, signal);
      }
      await read();
    },
    soFar: () => ({
      readings,
      startUtcMs,
      seconds: secondsSince(sound.nowS() - startS, planned),
      sent: chirps.settledCount(),
      heard: startUtcMs === undefined ? [] : chirps.heard(startUtcMs - startMs),
      sound: silence.read(),
    }),
    stop: () => clearInterval(timer),
  };
}

/** Number of chirps due so far, one for each second of the test. */
function secondsSince(passedS: number, planned: number): number {
  return Math.max(0, Math.min(planned, Math.floor(passedS / chirpIntervalS) + 1));
}
