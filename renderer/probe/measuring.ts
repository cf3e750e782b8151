/** Sends chirps, listens for them, and reads the statistics meanwhile. */
import { chirpIntervalS, chirpS } from '../../shared/echo/chirp.ts';
import type { Run } from '../../shared/echo/figures.ts';
import type { ChirpHeard } from '../../shared/echo/chirp-detector.ts';
import { createEar } from '../../shared/echo/chirp-detector.ts';
import { createSilenceMeter } from '../../shared/echo/silence.ts';
import type { Reading } from '../../shared/echo/readings.ts';
import type { Connection } from './connection.ts';
import { ProbeError, pause, within } from './probe-error.ts';
import type { Sound } from './sound.ts';

export type Measuring = Readonly<{
  /** Resolves when the last chirp was heard, or has had its time. */
  run: (measureS: number) => Promise<void>;
  /** With the seconds of which there is something to tell. */
  soFar: () => Run & Readonly<{ seconds: number }>;
  stop: () => void;
}>;

const readEveryMs = 250;
const firstPacketTimeoutMs = 8_000;
/** The call is answered, and given back from half a second later on; the jitter buffer finds its size meanwhile. */
const settleMs = 1_500;
/** After the last chirp: 400 ms of network, 500 in the server, and the buffers. */
const tailMs = 2_000;
const leadS = 0.1;

export function createMeasuring(
  sound: Sound,
  connection: Connection,
  signal: AbortSignal,
): Measuring {
  const mouth = createEar(sound.rateHz);
  const ear = createEar(sound.rateHz);
  const silence = createSilenceMeter(sound.rateHz);
  const readings: Reading[] = [];
  const sentAtMs = new Map<number, number>();
  const heardAtMs = new Map<number, number>();
  /** The newest sound that went out, on the clock of both ears. */
  let newestMs = 0;
  let startMs = 0;
  let startUtcMs: number | undefined;
  let startS = 0;
  let planned = 0;

  /** Chirps that went out, and of which it is certain whether they came back: a test may end while one is on its way. */
  const sent = () =>
    [...sentAtMs].filter(([number, atMs]) => heardAtMs.has(number) || newestMs - atMs > tailMs)
      .length;
  const seconds = () => {
    const passed = (sound.nowS() - startS) / chirpIntervalS;
    return Math.max(0, Math.min(planned, Math.floor(passed) + 1));
  };
  const read = async () => void readings.push(await connection.read());
  // A connection that is closed meanwhile has nothing to say.
  const timer = setInterval(() => void read().catch(() => undefined), readEveryMs);

  const note = (times: Map<number, number>, found: readonly ChirpHeard[]) => {
    for (const { number, atMs } of found) times.set(number, atMs);
  };
  const on = {
    sent: (atMs: number, samples: Float32Array) => {
      newestMs = atMs;
      note(sentAtMs, mouth.push(atMs, samples));
    },
    heard: (atMs: number, samples: Float32Array) => {
      if (startUtcMs !== undefined) silence.push(samples);
      note(heardAtMs, ear.push(atMs, samples));
    },
  };
  const heard = (): Run['heard'] =>
    [...heardAtMs].flatMap(([number, atMs]) => {
      const fromMs = sentAtMs.get(number);
      // Nothing comes back before it went: that is something else.
      if (fromMs === undefined || startUtcMs === undefined || atMs < fromMs) return [];
      const heardUtcMs = startUtcMs + atMs - startMs + chirpS * 500;
      return [{ number, echoMs: atMs - fromMs, heardUtcMs }];
    });
  const firstPacket = async () => {
    for (let waitedMs = 0; waitedMs < firstPacketTimeoutMs; waitedMs += readEveryMs) {
      if ((readings.at(-1)?.received?.packets ?? 0) > 0) return;
      await pause(readEveryMs, signal);
    }
    throw new ProbeError('media-silent');
  };

  return {
    run: async (measureS) => {
      const echo = within(connection.echo, firstPacketTimeoutMs, 'media-silent', signal);
      sound.listen(await echo, on);
      await firstPacket();
      await pause(settleMs, signal);
      // A chirp that we cannot hear go out could not be told from one that the server keeps.
      if (newestMs === 0) throw new ProbeError('internal');
      startS = sound.nowS() + leadS;
      startMs = newestMs + leadS * 1000;
      startUtcMs = performance.timeOrigin + performance.now() + leadS * 1000;
      planned = Math.max(1, Math.floor(measureS / chirpIntervalS));
      for (let number = 0; number < planned; number += 1) {
        const afterS = number * chirpIntervalS;
        sound.send(number, startS + afterS);
        mouth.expect(number, startMs + afterS * 1000);
        ear.expect(number, startMs + afterS * 1000);
      }
      await pause(planned * chirpIntervalS * 1000, signal);
      for (let waitedMs = 0; waitedMs < tailMs && ear.waiting() > 0; waitedMs += readEveryMs) {
        await pause(readEveryMs, signal);
      }
      await read();
    },
    soFar: () => ({
      readings,
      startUtcMs,
      seconds: seconds(),
      sent: sent(),
      heard: heard(),
      sound: silence.read(),
    }),
    stop: () => clearInterval(timer),
  };
}
