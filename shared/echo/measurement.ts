/**
 * The raw results of an echo test, without a verdict. An absent field was not measured; never written as 0. Times in
 * ms, loss as a share from 0 to 1.
 */
import * as v from 'valibot';
import { Count, Ms, Share, SpreadSchema } from './distribution.ts';
import { shortList } from '../lists/short-list.ts';

/** Network to the web server: the phases of a new connection, then round trips on it. */
const HttpFiguresSchema = v.object({
  /** The endpoint used: the one for round trips (BBB 3.0 on), or the API, which includes the application's own time. */
  via: v.picklist(['rtt-check', 'api']),
  /** Through a proxy, which sound sent as datagrams goes around. */
  proxied: v.optional(v.literal(true)),
  dnsMs: v.optional(Ms),
  connectMs: v.optional(Ms),
  tlsMs: v.optional(Ms),
  /** Request sent to first byte of the response, on an open connection. */
  roundTripMs: v.optional(SpreadSchema),
});

export type HttpFigures = Readonly<v.InferOutput<typeof HttpFiguresSchema>>;

export const routes = ['udp', 'tcp', 'relay'] as const;
export type Route = (typeof routes)[number];

const LossSchema = v.object({
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
  /** Jitter of what the server sent. */
  jitterMs: v.optional(Ms),
  lossUp: v.optional(Share),
  lossDown: v.optional(Share),
  echoMs: v.optional(Ms),
});
export type Sample = Readonly<v.InferOutput<typeof SampleSchema>>;

/** Missing sound in the echo: a server may lose sound without losing packets. */
const SoundSchema = v.object({
  /** Total time listened, and how much of it was missing. */
  heardMs: v.pipe(Ms, v.minValue(1)),
  missingMs: Ms,
  /** Number of gaps. */
  gaps: Count,
  longestGapMs: Ms,
  /** The part of the longest gap due to packets lost on the way down, and to packets that we did not send. */
  longestGapLostMs: v.optional(Ms),
  longestGapUnsentMs: v.optional(Ms),
  /** Excess of a round trip in transit during the gap over the median. Absent if there was none. */
  longestGapHeldMs: v.optional(Ms),
  /** Sound that we failed to send over the whole test: a busy machine falls behind. */
  unsentMs: v.optional(Ms),
});
export type SoundFigures = Readonly<v.InferOutput<typeof SoundSchema>>;

/** Change of a figure from the first third of the test to the last, in ms. */
const Change = v.pipe(v.number(), v.finite(), v.minValue(-600_000), v.maxValue(600_000));

const EchoFiguresSchema = v.object({
  /** Chirps sent, and how many came back. */
  sent: Count,
  returned: Count,
  /** From sending a chirp to hearing it. */
  ms: v.optional(SpreadSchema),
  /** The jitter buffer's part of that, on average. */
  bufferMs: v.optional(Ms),
  /** Per chirp, what neither the jitter buffer nor the round trip at that time explains. */
  restMs: v.optional(SpreadSchema),
  restChangeMs: v.optional(Change),
  sound: v.optional(SoundSchema),
});

export const MeasurementSchema = v.object({
  http: v.optional(HttpFiguresSchema),
  /** From loading the first page to being in the room. */
  joinMs: v.optional(Ms),
  signalling: v.optional(
    v.object({
      /** Until the WebSocket was open. */
      openMs: v.optional(Ms),
      /** From `start` to its response. */
      answerMs: v.optional(Ms),
      /** `ping` to `pong`. */
      roundTripMs: v.optional(SpreadSchema),
    }),
  ),
  connection: v.optional(
    v.object({
      /** From setting both descriptions to connected (ICE and DTLS). */
      connectMs: v.optional(Ms),
      route: v.optional(v.picklist(routes)),
      /** STUN and TURN entries from the server that no browser can use; absent if there were none. */
      oddIceServers: v.optional(Count),
    }),
  ),
  /** Media round trip to the server, possibly through its relay. */
  roundTripMs: v.optional(SpreadSchema),
  roundTripChangeMs: v.optional(Change),
  /** Interarrival jitter (RFC 3550) at the server, and at our end. */
  jitterUpMs: v.optional(SpreadSchema),
  jitterDownMs: v.optional(SpreadSchema),
  lossUp: v.optional(LossSchema),
  lossDown: v.optional(LossSchema),
  echo: v.optional(EchoFiguresSchema),
  /** How long chirps were sent, in s. */
  measuredS: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600))),
  /** It ended before its time, because its verdict was certain. */
  endedEarly: v.optional(v.literal(true)),
  samples: shortList(SampleSchema, 120),
});
export type Measurement = Readonly<v.InferOutput<typeof MeasurementSchema>>;
