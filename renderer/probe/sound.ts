/**
 * Sound that was never in a room: chirps go out on a track of their own, and what comes back is recorded without being
 * played. Both on the clock of one AudioContext that has no loudspeaker, so an echo is counted in its frames.
 */
import { chirp } from '../../shared/echo/chirp.ts';
import { captureBlocks } from './capture.ts';

export type Sound = Readonly<{
  rateHz: number;
  track: MediaStreamTrack;
  /** Records the echo from now on. */
  listen: (
    echo: MediaStreamTrack,
    onBlock: (frame: number, block: Float32Array) => void,
  ) => Promise<void>;
  /** Plans a chirp; gives the frame of its first sample. */
  send: (number: number, atFrame: number) => void;
  /** The frame that is being played. */
  frame: () => number;
  close: () => Promise<void>;
}>;

const rateHz = 48_000;
const loudness = 0.5;
/**
 * A quiet hum below the chirps' band goes out all the time: Opus may stop sending in silence, and then there would be
 * too few packets to tell loss and jitter from.
 */
const hum = { hz: 200, loudness: 0.01 };

/** Known to Chromium, not yet to TypeScript: with no sink, no sound card is needed and none is touched. */
type SinklessOptions = AudioContextOptions & Readonly<{ sinkId: Readonly<{ type: 'none' }> }>;

export async function openSound(): Promise<Sound> {
  const options: SinklessOptions = { sampleRate: rateHz, sinkId: { type: 'none' } };
  const context = new AudioContext(options);
  await context.resume();
  const out = context.createMediaStreamDestination();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('there is no track to send');
  startHum(context, out);
  const player = new Audio();

  return {
    rateHz,
    track,
    listen: async (echo, onBlock) => {
      const stream = new MediaStream([echo]);
      // Chromium gives no sound of a remote track to an AudioContext unless something plays it.
      player.muted = true;
      player.srcObject = stream;
      void player.play().catch(() => undefined);
      await captureBlocks(context, context.createMediaStreamSource(stream), onBlock);
    },
    send: (number, atFrame) => {
      const samples = chirp(number, rateHz);
      const buffer = context.createBuffer(1, samples.length, rateHz);
      buffer.getChannelData(0).set(samples.map((one) => loudness * one));
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(out);
      source.start(atFrame / rateHz);
    },
    frame: () => Math.round(context.currentTime * rateHz),
    close: async () => {
      player.srcObject = null;
      track.stop();
      await context.close();
    },
  };
}

function startHum(context: AudioContext, out: AudioNode): void {
  const tone = context.createOscillator();
  const quiet = context.createGain();
  tone.frequency.value = hum.hz;
  quiet.gain.value = hum.loudness;
  tone.connect(quiet).connect(out);
  tone.start();
}
