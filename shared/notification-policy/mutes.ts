/** What a member put off or has seen: snoozes, a pause of everything, acknowledgements. Each has an end. Pure. */
import * as v from 'valibot';
import { clockLimitMs } from '../time/machine-clock.ts';
import type { QuietHours } from './quiet-hours.ts';
import { tomorrowUtcMs } from './quiet-hours.ts';
import { ChosenPlaceSchema } from '../acknowledgements/sharing.ts';
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

const hourMs = 3_600_000;
const lengthMs = { '1h': hourMs, '4h': 4 * hourMs, '24h': 24 * hourMs } as const;

/** A mute that begins now; `rule` and `timeZone` tell when tomorrow begins. */
export function muteFor(
  length: MuteLength,
  atUtcMs: number,
  rule: QuietHours,
  timeZone: string,
): Mute {
  if (length === 'open') return { sinceUtcMs: atUtcMs };
  const untilUtcMs =
    length === 'tomorrow' ? tomorrowUtcMs(rule, atUtcMs, timeZone) : atUtcMs + lengthMs[length];
  return { sinceUtcMs: atUtcMs, untilUtcMs };
}

export function acknowledgementFor(
  length: AcknowledgeLength,
  atUtcMs: number,
  reason: string,
): Acknowledgement {
  return {
    reason,
    sinceUtcMs: atUtcMs,
    ...(length === 'open' ? {} : { untilUtcMs: atUtcMs + lengthMs[length] }),
  };
}

/**
 * Whether the time of a mute is over. One that begins in the future was made by a clock that has been set back since:
 * how much of it is left cannot be known, and a silence that might last for years is worse than one notification. A clock
 * that is put right by minutes was never wrong in that sense, and ends nothing.
 */
export function isOver({ sinceUtcMs, untilUtcMs }: Mute, atUtcMs: number): boolean {
  if (untilUtcMs === undefined) return false;
  return atUtcMs >= untilUtcMs || atUtcMs < sinceUtcMs - clockLimitMs;
}
