/** Checks of the member's own machine, to tell “you” from “the network”. Never sent anywhere. */
import * as v from 'valibot';
import { Ms, Share, SpreadSchema } from './distribution.ts';

export const soundStates = [
  'ok',
  'silent',
  'low',
  'clipping',
  'refused',
  'none',
  'not-heard',
] as const;

export const MySideSchema = v.object({
  /** CPU usage during the test. */
  processor: v.optional(Share),
  /** Round trip to the default gateway: the member's wifi or cable. */
  gatewayMs: v.optional(SpreadSchema),
  /** Share of attempts to reach the gateway that timed out. */
  gatewayLost: v.optional(Share),
  /** Worst lateness of the app's own timers. */
  stallMs: v.optional(Ms),
  microphone: v.optional(v.picklist(soundStates)),
  speaker: v.optional(v.picklist(soundStates)),
});
export type MySide = Readonly<v.InferOutput<typeof MySideSchema>>;
