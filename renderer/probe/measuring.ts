/** Sends chirps, detects their echo, and samples the connection's statistics. */
import { chirpIntervalS } from '../../shared/echo/chirp.ts';
import type { Run } from '../../shared/echo/figures.ts';
import { createSilenceMeter } from '../../shared/echo/silence.ts';
import type { Timed } from '../../shared/echo/pairing.ts';
import type { Reading } from '../../shared/echo/readings.ts';
import { firstLookS, settledBlame } from '../../shared/echo/settled.ts';
import type { Blame } from '../../shared/echo/verdict-view.ts';
import { createChirpLog } from './chirp-log.ts';
import type { Connection } from './connection.ts';
import { ProbeError, pause, within } from './probe-error.ts';
import type { Sound } from './sound.ts';

export type Measuring = Readonly<{
  /** Resolves when the last chirp has come back or is lost. */
  run: (measureS: number, looks: boolean) => Promise<void>;
  /** Results so far; `seconds` is the number of seconds they cover. */
  soFar: () => Run & Readonly<{ seconds: number }>;
  /** The blame that was certain at the last look. */
  settled: () => Blame | undefined;
  stop: () => void;
}>;

const readIntervalMs = 250;
const firstPacketTimeoutMs = 8_000;
/** The echo starts half a second after the call is answered, and the jitter buffer needs time to adapt. */
const settleMs = 1_000;
/** Wait after the last chirp: 400 ms of network, 500 ms in the server, and the buffers. */
const tailMs = 2_000;
const leadS = 0.1;

export function createMeasuring(
  sound: Sound,
  connection: Connection,
  pings: () => readonly Timed[],
  signal: AbortSignal,
): Measuring {
  const chirps = createChirpLog(sound.rateHz, tailMs);
  const silence = createSilenceMeter(sound.rateHz);
  const readings: Reading[] = [];
  let startMs = 0;
  let startUtcMs: number | undefined;
  let startS = 0;
  let planned = 0;
  let settled: Blame | undefined;

  const read = async () => void readings.push(await connection.read());
  // The connection may be closed by now.
  const timer = setInterval(() => void read().catch(() => undefined), readIntervalMs);
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

  const soFar = () => ({
    readings,
    startUtcMs,
    seconds: secondsSince(sound.nowS() - startS, planned),
    sent: chirps.settledCount(),
    heard: startUtcMs === undefined ? [] : chirps.heard(startUtcMs - startMs),
    sound: silence.read(),
    pings: pings(),
  });

  const until = (atS: number) => pause(Math.max(0, startS + atS - sound.nowS()) * 1000, signal);
  const lookUntil = async (fullS: number) => {
    for (let atS = firstLookS; atS < fullS; atS += 1) {
      await until(atS);
      settled = settledBlame(soFar(), { doneS: atS, fullS });
    }
  };

  return {
    run: async (measureS, looks) => {
      const echo = within(connection.echo, firstPacketTimeoutMs, 'media-silent', signal);
      sound.listen(await echo, listener);
      await firstPacket(() => readings.at(-1), signal);
      await pause(settleMs, signal);
      // Without the outgoing samples, every chirp would seem to be lost at the server.
      if (chirps.newestMs() === 0) throw new ProbeError('internal');
      schedule(measureS);
      const fullS = planned * chirpIntervalS;
      if (looks) await lookUntil(fullS);
      await until(fullS);
      await lastEcho(chirps.waiting, signal);
      await read();
    },
    soFar,
    settled: () => settled,
    stop: () => clearInterval(timer),
  };
}

async function firstPacket(newest: () => Reading | undefined, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < firstPacketTimeoutMs; waitedMs += readIntervalMs) {
    if ((newest()?.received?.packets ?? 0) > 0) return;
    await pause(readIntervalMs, signal);
  }
  throw new ProbeError('media-silent');
}

async function lastEcho(waiting: () => number, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < tailMs && waiting() > 0; waitedMs += readIntervalMs) {
    await pause(readIntervalMs, signal);
  }
}

/** Number of chirps due so far, one for each second of the test. */
function secondsSince(passedS: number, planned: number): number {
  return Math.max(0, Math.min(planned, Math.floor(passedS / chirpIntervalS) + 1));
}
