/** What the member's own machine says of itself, so that "me" can be told from "the network". Nothing of it leaves. */
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
  /** Share of the processors in use meanwhile. */
  processor: v.optional(Share),
  /** Round trip to the machine's own gateway: the wifi or cable at home. */
  gatewayMs: v.optional(SpreadSchema),
  /** Of the tries to reach the gateway, those that found no answer in time. */
  gatewayLost: v.optional(Share),
  /** How late the app's own timers ran, at worst. */
  stallMs: v.optional(Ms),
  microphone: v.optional(v.picklist(soundStates)),
  speaker: v.optional(v.picklist(soundStates)),
});
export type MySide = Readonly<v.InferOutput<typeof MySideSchema>>;
