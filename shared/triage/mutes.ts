/** Snoozes and acknowledgements as saved and shown. Pure. */
import * as v from 'valibot';
import { ChosenPlaceSchema } from './sharing.ts';
import { UtcMs } from '../time/utc-ms.ts';

/** `open`: until the service recovers; for a pause, until the member ends it. */
export const muteLengths = ['1h', '4h', 'tomorrow', 'open'] as const;
export type MuteLength = (typeof muteLengths)[number];

export const acknowledgeLengths = ['4h', '24h', 'open'] as const;
export type AcknowledgeLength = (typeof acknowledgeLengths)[number];

const spanEntries = {
  sinceUtcMs: UtcMs,
  /** Absent if it has no time limit. */
  untilUtcMs: v.optional(UtcMs),
};

/** A snooze of one service, or a pause of all notifications. */
export const MuteSchema = v.object(spanEntries);
export type Mute = Readonly<v.InferOutput<typeof MuteSchema>>;

export const reasonLimit = 280;
/**
 * As sent to other members: placeholders of redactions can make it longer, and their apps drop a note that is too long.
 */
export function cutToReason(note: string): string {
  return note.slice(0, reasonLimit).replace(/[\ud800-\udbff]$/, '');
}

export const AcknowledgeReason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(reasonLimit),
);

/** Where an acknowledgement is shared, by which account, and the outbox item for it. */
const SharedSchema = v.object({ ...ChosenPlaceSchema.entries, itemId: v.string() });
export type Shared = Readonly<v.InferOutput<typeof SharedSchema>>;

export const AcknowledgementSchema = v.object({
  ...spanEntries,
  reason: AcknowledgeReason,
  /** Set if the member shared it: then a withdrawal is shared as well. */
  shared: v.optional(SharedSchema),
});
export type Acknowledgement = Readonly<v.InferOutput<typeof AcknowledgementSchema>>;
