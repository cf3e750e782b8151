/**
 * The sound that passes through a track, with the moment at which it passes. An AudioContext would put a queue of its own
 * in between, which grows by 10 ms at a time whenever the machine is busy and tells nobody.
 */

/** Known to Chromium, not yet to TypeScript. */
declare class MediaStreamTrackProcessor {
  constructor(init: Readonly<{ track: MediaStreamTrack; maxBufferSize: number }>);
  readonly readable: ReadableStream<AudioData>;
}

/** A page that is busy for a second loses nothing. */
const waitingChunks = 400;

/** Calls back for every chunk, with the time of its passing in ms on the machine's steady clock, until the track ends. */
export function followTrack(
  track: MediaStreamTrack,
  onSound: (atMs: number, samples: Float32Array) => void,
): void {
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: waitingChunks });
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
