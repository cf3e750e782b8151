/** What is made of a measurement. The rules are in verdict.ts. */
import * as v from 'valibot';

export const qualities = ['excellent', 'good', 'fair', 'poor', 'failed'] as const;
export type Quality = (typeof qualities)[number];

/** Who the trouble belongs to; `nobody` while there is none. */
export const blames = ['nobody', 'you', 'network', 'server', 'cannot-tell'] as const;
export type Blame = (typeof blames)[number];

/** The figures a verdict may rest on. */
export const deciders = [
  /** What the server adds to the echo. */
  'echo-share',
  /** The whole echo, where its parts were not measured. */
  'echo',
  /** The share of chirps that came back. */
  'echo-returned',
  /** How far what the server adds wanders, and how much it changed during the test. */
  'echo-spread',
  'echo-change',
  /** The share of the sound that was not there to be heard, and its longest gap. */
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
  /** Undefined when too little was measured to say. */
  quality: v.optional(v.picklist(qualities)),
  /** Mean opinion score, 1 to 4.5: an estimate, not a survey. Undefined when its inputs were not measured. */
  mos: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(5))),
  /** The part of the echo time that neither the network nor our own machine explains: the server's. In ms. */
  serverMs: v.optional(v.number()),
  blame: v.picklist(blames),
  /** The figure that decided, in ms or as a share, and its limit. A failure has the number of the server's error, if any. */
  decidedBy: v.optional(Decided),
  /** Where it cannot be told: the figure that speaks for somebody else. */
  against: v.optional(Decided),
});
export type Verdict = Readonly<v.InferOutput<typeof VerdictSchema>>;
export type Decided = Readonly<v.InferOutput<typeof Decided>>;
