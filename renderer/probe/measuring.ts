/** Sends chirps, listens for them, and reads the statistics meanwhile. */
import { chirpIntervalS, chirpS } from '../../shared/echo/chirp.ts';
import type { Run } from '../../shared/echo/figures.ts';
import { createListener } from '../../shared/echo/listener.ts';
import type { Reading } from '../../shared/echo/readings.ts';
import type { Connection } from './connection.ts';
import { ProbeError, pause } from './probe-error.ts';
import type { Sound } from './sound.ts';

export type Measuring = Readonly<{
  /** Resolves when the last chirp was heard, or has had its time. */
  run: (measureS: number) => Promise<void>;
  soFar: () => Run;
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
  const listener = createListener(sound.rateHz);
  const readings: Reading[] = [];
  const heard: Run['heard'][number][] = [];
  let startUtcMs: number | undefined;
  let startFrame = 0;
  let planned = 0;

  const utcMsOf = (frame: number) =>
    (startUtcMs ?? 0) + ((frame - startFrame) / sound.rateHz) * 1000;
  const frameOf = (number: number) =>
    startFrame + Math.round(number * chirpIntervalS * sound.rateHz);
  const sent = () => {
    const passed = (sound.frame() - startFrame) / sound.rateHz / chirpIntervalS;
    return Math.max(0, Math.min(planned, Math.floor(passed) + 1));
  };
  const read = async () => void readings.push(await connection.read());
  // A connection that is closed meanwhile has nothing to say.
  const timer = setInterval(() => void read().catch(() => undefined), readEveryMs);

  const onBlock = (frame: number, block: Float32Array) => {
    for (const one of listener.push(frame, block)) {
      const heardFrame = one.sentFrame + (one.echoMs / 1000 + chirpS / 2) * sound.rateHz;
      heard.push({ ...one, heardUtcMs: utcMsOf(heardFrame) });
    }
  };
  const firstPacket = async () => {
    for (let waitedMs = 0; waitedMs < firstPacketTimeoutMs; waitedMs += readEveryMs) {
      if ((readings.at(-1)?.received?.packets ?? 0) > 0) return;
      await pause(readEveryMs, signal);
    }
    throw new ProbeError('media-silent');
  };

  return {
    run: async (measureS) => {
      await sound.listen(await connection.echo, onBlock);
      await firstPacket();
      await pause(settleMs, signal);
      startFrame = sound.frame() + Math.round(leadS * sound.rateHz);
      startUtcMs = performance.timeOrigin + performance.now() + leadS * 1000;
      planned = Math.max(1, Math.floor(measureS / chirpIntervalS));
      for (let number = 0; number < planned; number += 1) {
        sound.send(number, frameOf(number));
        listener.expect(number, frameOf(number));
      }
      await pause(planned * chirpIntervalS * 1000, signal);
      for (let waitedMs = 0; waitedMs < tailMs && listener.waiting() > 0; waitedMs += readEveryMs) {
        await pause(readEveryMs, signal);
      }
      await read();
    },
    soFar: () => ({ readings, startUtcMs, sent: sent(), heard }),
    stop: () => clearInterval(timer),
  };
}
