/**
 * Sound that was never in a room: chirps from an AudioContext without a loudspeaker go out on a track of their own, and
 * what comes back is listened to without being played.
 */
import { chirp } from '../../shared/echo/chirp.ts';
import { followTrack } from './track.ts';

export type Sound = Readonly<{
  rateHz: number;
  track: MediaStreamTrack;
  /** Follows what goes out, and what comes back, from now on; times in ms on one clock. */
  listen: (echo: MediaStreamTrack, on: Readonly<{ sent: OnSound; heard: OnSound }>) => void;
  /** Plans a chirp for a second of the context's own time. */
  send: (number: number, atS: number) => void;
  /** That time now, in s. */
  nowS: () => number;
  close: () => Promise<void>;
}>;

type OnSound = (atMs: number, samples: Float32Array) => void;

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
    listen: (echo, on) => {
      // Chromium takes no sound out of a connection unless something plays it.
      player.muted = true;
      player.srcObject = new MediaStream([echo]);
      void player.play().catch(() => undefined);
      followTrack(track, on.sent);
      followTrack(echo, on.heard);
    },
    send: (number, atS) => {
      const samples = chirp(number, rateHz);
      const buffer = context.createBuffer(1, samples.length, rateHz);
      buffer.getChannelData(0).set(samples.map((one) => loudness * one));
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(out);
      source.start(atS);
    },
    nowS: () => context.currentTime,
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
