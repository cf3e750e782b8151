/** Measures the level of the microphone for a moment. Its sound is not stored. */
import { decibels, judge, noSound, withSamples } from '../../../shared/echo/sound-level.ts';

export type Microphone = 'ok' | 'silent' | 'low' | 'clipping' | 'refused' | 'none';

const listenMs = 5000;
/** Just longer than one buffer of samples, so that none is counted twice; in ms. */
const lookMs = 50;
const lookSamples = 2048;
/** Unprocessed: what evens out the level for a call would hide its faults. */
const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Undefined when `signal` ended it. `onLevel` gets dB of full scale. */
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
    const look = new AnalyserNode(context, { fftSize: lookSamples });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(look);
    const samples = new Float32Array(lookSamples);
    const endMs = performance.now() + listenMs;
    let level = noSound;
    while (performance.now() < endMs && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, lookMs));
      look.getFloatTimeDomainData(samples);
      level = withSamples(level, samples);
      onLevel(decibels(withSamples(noSound, samples)));
    }
    return signal.aborted ? undefined : judge(level);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await context?.close().catch(() => undefined);
  }
}
