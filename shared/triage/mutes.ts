/** Snoozes and acknowledgements as they are kept and shown. Each has an end. Pure. */
import * as v from 'valibot';
import { ChosenPlaceSchema } from './sharing.ts';
import { UtcMs } from '../time/utc-ms.ts';

/** `open`: until the service is well again; of a pause of everything, until the member ends it. */
export const muteLengths = ['1h', '4h', 'tomorrow', 'open'] as const;
export type MuteLength = (typeof muteLengths)[number];

export const acknowledgeLengths = ['4h', '24h', 'open'] as const;
export type AcknowledgeLength = (typeof acknowledgeLengths)[number];

const spanEntries = {
  sinceUtcMs: UtcMs,
  /** Absent when it has no end of its own. */
  untilUtcMs: v.optional(UtcMs),
};

/** A snooze of one service, or a pause of all notifications. */
export const MuteSchema = v.object(spanEntries);
export type Mute = Readonly<v.InferOutput<typeof MuteSchema>>;

export const reasonLimit = 280;
/** As the others get it: what stands for a removal may be longer, and they leave out a note that is too long. */
export function cutToReason(note: string): string {
  return note.slice(0, reasonLimit).replace(/[\ud800-\udbff]$/, '');
}

export const AcknowledgeReason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(reasonLimit),
);

/** Where the others are told of an acknowledgement, in whose name, and the item of the outbox that does. */
export const SharedSchema = v.object({ ...ChosenPlaceSchema.entries, itemId: v.string() });
export type Shared = Readonly<v.InferOutput<typeof SharedSchema>>;

export const AcknowledgementSchema = v.object({
  ...spanEntries,
  reason: AcknowledgeReason,
  /** The member wanted the others to know: they are told as well when it is taken back. */
  shared: v.optional(SharedSchema),
});
export type Acknowledgement = Readonly<v.InferOutput<typeof AcknowledgementSchema>>;
