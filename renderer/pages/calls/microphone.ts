/** Measures the microphone's level for a few seconds, without storing any sound. */
import type { Microphone } from '../../../shared/echo/call-check.ts';
import { decibels, withSamples, judge, noSound } from '../../../shared/echo/sound-level.ts';

export type { Microphone } from '../../../shared/echo/call-check.ts';

const listenMs = 3000;
/** Longer than the buffer of samples, so that none is counted twice. */
const intervalMs = 50;
const bufferSamples = 2048;
/** Unprocessed: automatic gain and noise suppression would hide faults of the level. */
const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Undefined if aborted by `signal`. `onLevel` gets dBFS. */
export async function listen(
  signal: AbortSignal,
  onLevel: (levelDb: number) => void,
): Promise<Microphone | undefined> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: raw });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError' ? 'none' : 'refused';
  }
  let context: AudioContext | undefined;
  try {
    context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: bufferSamples });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
    const samples = new Float32Array(bufferSamples);
    const endMs = performance.now() + listenMs;
    let level = noSound;
    while (performance.now() < endMs && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
      analyser.getFloatTimeDomainData(samples);
      level = withSamples(level, samples);
      onLevel(decibels(withSamples(noSound, samples)));
    }
    return signal.aborted ? undefined : judge(level);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await context?.close().catch(() => undefined);
  }
}
