/**
 * What one echo test has measured: facts without a judgement. A field that is absent was not measured; it is never
 * written as 0. Times in ms, loss as a share from 0 to 1.
 */
import * as v from 'valibot';
import { Count, Ms, Share, SpreadSchema } from './distribution.ts';
import { shortList } from '../lists/short-list.ts';

/** The network to the web server: the phases of a fresh connection, then round trips on it. */
export const HttpFiguresSchema = v.object({
  /** Which address answered: the one made for it (BBB 3.0 on), or the API's own, which also waits for the application. */
  via: v.picklist(['rtt-check', 'api']),
  dnsMs: v.optional(Ms),
  connectMs: v.optional(Ms),
  tlsMs: v.optional(Ms),
  /** Request sent to first byte of the answer, on a connection that is there. */
  roundTripMs: v.optional(SpreadSchema),
});

export type HttpFigures = Readonly<v.InferOutput<typeof HttpFiguresSchema>>;

export const routes = ['udp', 'tcp', 'relay'] as const;
export type Route = (typeof routes)[number];

export const LossSchema = v.object({
  /** Packets that should have arrived. */
  expected: v.pipe(Count, v.minValue(1)),
  lost: Count,
  share: Share,
});
export type Loss = Readonly<v.InferOutput<typeof LossSchema>>;

/** One second of the test; `atS` counts from the first chirp. */
export const SampleSchema = v.object({
  atS: v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
  roundTripMs: v.optional(Ms),
  /** Variation in the arrival of what the server sent. */
  jitterMs: v.optional(Ms),
  lossUp: v.optional(Share),
  lossDown: v.optional(Share),
  echoMs: v.optional(Ms),
});
export type Sample = Readonly<v.InferOutput<typeof SampleSchema>>;

/** The sound that came back, as it was heard: a server may lose some of it without losing a packet. */
export const SoundSchema = v.object({
  /** How long was listened, and how much of that there was nothing to hear of. */
  heardMs: v.pipe(Ms, v.minValue(1)),
  missingMs: Ms,
  /** In so many pieces. */
  gaps: Count,
  longestGapMs: Ms,
  /** What packets lost on the way down make up of the longest, and what we ourselves did not send. */
  longestGapLostMs: v.optional(Ms),
  longestGapUnsentMs: v.optional(Ms),
  /** How much longer than usual a round trip took that was under way meanwhile. Absent when there was none. */
  longestGapHeldMs: v.optional(Ms),
  /** What we did not send of it, all in all: a busy machine falls behind. */
  unsentMs: v.optional(Ms),
});
export type SoundFigures = Readonly<v.InferOutput<typeof SoundSchema>>;

/** How a figure changed from the first third of the test to the last, in ms. */
const Change = v.pipe(v.number(), v.finite(), v.minValue(-600_000), v.maxValue(600_000));

export const EchoFiguresSchema = v.object({
  /** Chirps sent, and of these the ones that were heard again. */
  sent: Count,
  returned: Count,
  /** Chirp out to chirp heard. */
  ms: v.optional(SpreadSchema),
  /** What the member's own jitter buffer added to that, on average. */
  bufferMs: v.optional(Ms),
  /** Chirp by chirp what neither that buffer nor the round trip of the same moment explains. */
  restMs: v.optional(SpreadSchema),
  restChangeMs: v.optional(Change),
  sound: v.optional(SoundSchema),
});

export const MeasurementSchema = v.object({
  http: v.optional(HttpFiguresSchema),
  /** From the first page to being in the room. */
  joinMs: v.optional(Ms),
  signalling: v.optional(
    v.object({
      /** Until the WebSocket was open. */
      openMs: v.optional(Ms),
      /** From `start` to its answer. */
      answerMs: v.optional(Ms),
      /** `ping` to `pong`. */
      roundTripMs: v.optional(SpreadSchema),
    }),
  ),
  connection: v.optional(
    v.object({
      /** From both descriptions set to connected (ICE and DTLS). */
      connectMs: v.optional(Ms),
      route: v.optional(v.picklist(routes)),
      /** Entries of the server's list of STUN and TURN servers that no browser can use; absent if there were none. */
      oddIceServers: v.optional(Count),
    }),
  ),
  /** Media round trip to the server or through its relay. */
  roundTripMs: v.optional(SpreadSchema),
  roundTripChangeMs: v.optional(Change),
  /** Interarrival jitter (RFC 3550) of what reached the server, and of what reached us. */
  jitterUpMs: v.optional(SpreadSchema),
  jitterDownMs: v.optional(SpreadSchema),
  lossUp: v.optional(LossSchema),
  lossDown: v.optional(LossSchema),
  echo: v.optional(EchoFiguresSchema),
  samples: shortList(SampleSchema, 120),
});
export type Measurement = Readonly<v.InferOutput<typeof MeasurementSchema>>;
