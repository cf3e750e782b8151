/** The verdict on a measurement. The rules are in verdict.ts. */
import * as v from 'valibot';

const qualities = ['excellent', 'good', 'fair', 'poor', 'failed'] as const;
export type Quality = (typeof qualities)[number];

/** The side responsible; `nobody` if there is no trouble. */
export const blames = ['nobody', 'you', 'network', 'server', 'cannot-tell'] as const;
export type Blame = (typeof blames)[number];

/** Figures that can decide a verdict. */
export const deciders = [
  /** Delay added by the server. */
  'echo-share',
  /** The whole echo, if its parts were not measured. */
  'echo',
  /** Share of chirps that came back. */
  'echo-returned',
  /** Spread of the server's delay, and its change during the test. */
  'echo-spread',
  'echo-change',
  /** Share of missing sound, and its longest gap. */
  'sound-missing',
  'gap',
  'round-trip',
  'round-trip-change',
  'jitter-up',
  'jitter-down',
  'loss-up',
  'loss-down',
  'gateway',
  'gateway-loss',
  'processor',
  'stall',
  'failure',
] as const;
export type Decider = (typeof deciders)[number];

const Decided = v.object({
  figure: v.picklist(deciders),
  value: v.optional(v.number()),
  limit: v.optional(v.number()),
});

export const VerdictSchema = v.object({
  /** Undefined if too little was measured. */
  quality: v.optional(v.picklist(qualities)),
  /** Mean opinion score, 1 to 4.5: an estimate, not a survey. Undefined unless its inputs were measured. */
  mos: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(5))),
  /** The server's part: echo time that neither the network nor our own machine explains, in ms. */
  serverMs: v.optional(v.number()),
  blame: v.picklist(blames),
  /** The deciding figure, in ms or as a share, with its limit. For a failure: the server's error number, if any. */
  decidedBy: v.optional(Decided),
  /** For `cannot-tell`: the figure that points to another side. */
  against: v.optional(Decided),
});
export type Verdict = Readonly<v.InferOutput<typeof VerdictSchema>>;
export type Decided = Readonly<v.InferOutput<typeof Decided>>;
