/**
 * Synthetic sound: sends chirps from an AudioContext on a track of its own, and analyses the echo without playing it.
 * It uses neither microphone nor speaker.
 */
import { chirp } from '../../shared/echo/chirp.ts';
import { followTrack } from './track.ts';

export type Sound = Readonly<{
  rateHz: number;
  track: MediaStreamTrack;
  /** Starts passing on the samples sent and received; times in ms on one clock. */
  listen: (echo: MediaStreamTrack, on: Readonly<{ sent: OnSound; heard: OnSound }>) => void;
  /** Schedules a chirp at `atS`, in the context's time. */
  send: (number: number, atS: number) => void;
  /** The context's current time, in s. */
  nowS: () => number;
  close: () => Promise<void>;
}>;

type OnSound = (atMs: number, samples: Float32Array) => void;

const rateHz = 48_000;
const loudness = 0.5;
/**
 * A constant quiet hum below the band of the chirps: Opus may stop sending in silence (DTX), which would leave too few
 * packets to measure loss and jitter.
 */
const hum = { hz: 200, loudness: 0.01 };

/** Missing in TypeScript's DOM types: without a sink, no sound card is needed. */
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
      // Chromium decodes the audio of a connection only if something plays it.
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
