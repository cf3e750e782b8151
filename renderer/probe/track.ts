/**
 * The samples of a track with their timestamps. An AudioContext would add a queue of its own, which silently grows by
 * 10 ms whenever the machine is busy.
 */

/** Missing in TypeScript's DOM types. */
declare class MediaStreamTrackProcessor {
  constructor(init: Readonly<{ track: MediaStreamTrack; maxBufferSize: number }>);
  readonly readable: ReadableStream<AudioData>;
}

/** Enough for a page that is busy for a second. */
const bufferedChunks = 400;

/** Calls `onSound` for each chunk until the track ends, with its time in ms on the monotonic clock. */
export function followTrack(
  track: MediaStreamTrack,
  onSound: (atMs: number, samples: Float32Array) => void,
): void {
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: bufferedChunks });
  const reader = readable.getReader();
  const read = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const samples = new Float32Array(value.numberOfFrames);
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      const atMs = value.timestamp / 1000;
      value.close();
      onSound(atMs, samples);
    }
  };
  void read().catch(() => undefined);
}
