/**
 * What waits to be sent, and where each item is. Pure: the one who sends and saves is main/features/feedback/outbox.ts.
 *
 * A part keeps the transaction id that it got when its item entered. Whoever does not know whether a part has arrived
 * sends it again under the same id, and the server makes one of the two. So nothing has to be written down between
 * "about to send" and "sent": an item that a crash has cut off is simply due again.
 */
import * as v from 'valibot';
import type { Binding } from '../binding.ts';
import { BindingSchema } from '../binding.ts';
import type { Trouble, TroubleCode } from './trouble.ts';
import { TroubleSchema, trouble } from './trouble.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { shortList } from '../lists/short-list.ts';

/** Items that are not sent yet, drafts among them. */
export const itemLimit = 30;
/** Sent ones that are still shown. */
export const sentLimit = 100;
/** How long an item waits by itself, in ms: 30 days. */
export const patienceMs = 30 * 86_400_000;
export const attachmentLimitBytes = 20 * 1024 * 1024;
export const partLimit = 8;

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const AttachmentSchema = v.object({
  /** Of the file on disk. */
  id: Id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  mediaType: v.pipe(v.string(), v.maxLength(80)),
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(attachmentLimitBytes)),
});
export type Attachment = Readonly<v.InferOutput<typeof AttachmentSchema>>;

const AnswerSchema = v.object({
  /** The server's own id of what was sent. */
  id: v.pipe(v.string(), v.maxLength(300)),
  permalink: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
  /** Labels that the server has left out without a word, as GitHub does for those who may not push. */
  labelsDropped: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(50)))),
});
export type Answer = Readonly<v.InferOutput<typeof AnswerSchema>>;

const ContentSchema = v.object({
  kind: v.picklist(['message', 'image', 'file']),
  /** What is sent, byte for byte as it was shown before. */
  content: v.pipe(v.string(), v.maxLength(70_000)),
  attachment: v.exactOptional(AttachmentSchema),
});
export type Content = Readonly<v.InferOutput<typeof ContentSchema>>;

const PartSchema = v.object({
  ...ContentSchema.entries,
  transactionId: Id,
  answer: v.exactOptional(AnswerSchema),
});
export type Part = Readonly<v.InferOutput<typeof PartSchema>>;

export const PhaseSchema = v.variant('at', [
  v.object({ at: v.literal('draft') }),
  v.object({ at: v.literal('waiting') }),
  v.object({ at: v.literal('sending') }),
  v.object({ at: v.literal('sent'), atUtcMs: UtcMs, permalink: v.exactOptional(v.string()) }),
  v.object({
    at: v.literal('failed'),
    why: TroubleSchema,
    /** When it is tried again by itself; without it the member has to decide. */
    retryAtUtcMs: v.exactOptional(UtcMs),
  }),
]);
export type Phase = Readonly<v.InferOutput<typeof PhaseSchema>>;

export const ItemSchema = v.object({
  version: v.literal(1),
  id: Id,
  /** What the member typed, in the composer's own form: it is kept until the item is forgotten. */
  draft: v.pipe(v.string(), v.maxLength(100_000)),
  attachments: shortList(AttachmentSchema, partLimit),
  /** Items of one destination are sent in this order; it is given when the item enters. */
  order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When it entered, or was last told to go on, ms UTC. */
  sinceUtcMs: UtcMs,
  destination: v.pipe(v.string(), v.maxLength(300)),
  /** What the member was shown of it when they pressed Send; drafts and items of older versions have none. */
  bound: v.optional(BindingSchema),
  /** The first is the root that the others belong to. */
  parts: shortList(PartSchema, partLimit),
  /** Failures in a row. */
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  phase: PhaseSchema,
});
export type Item = Readonly<v.InferOutput<typeof ItemSchema>>;

export function draftItem(
  id: string,
  draft: string,
  attachments: readonly Attachment[],
  nowUtcMs: number,
): Item {
  return {
    version: 1,
    id,
    draft,
    attachments: [...attachments],
    order: 0,
    sinceUtcMs: nowUtcMs,
    destination: '',
    parts: [],
    failures: 0,
    phase: { at: 'draft' },
  };
}

export type Entry = Readonly<{
  destination: string;
  bound: Binding;
  contents: readonly Content[];
}>;

/** A draft becomes an item that will be sent. `newId` is asked once a part, and never again for it. */
export function enter(
  item: Item,
  entry: Entry,
  items: readonly Item[],
  nowUtcMs: number,
  newId: () => string,
): Item {
  return {
    ...item,
    order: Math.max(0, ...items.map((one) => one.order)) + 1,
    sinceUtcMs: nowUtcMs,
    destination: entry.destination,
    bound: entry.bound,
    parts: entry.contents.map((content) => ({ ...content, transactionId: newId() })),
    phase: { at: 'waiting' },
  };
}

/** What a new start makes of an item: nobody is sending it any more, but a try was cut off. */
export function restored(item: Item): Item {
  const { phase, failures } = item;
  return phase.at === 'sending'
    ? { ...item, failures: failures + 1, phase: { at: 'waiting' } }
    : item;
}

/** Whether nothing of an item can have arrived: it was never tried, or refused for good at the first try. */
export function neverLeft({ phase, failures }: Item): boolean {
  const wasRefused =
    phase.at === 'failed' && phase.retryAtUtcMs === undefined && phase.why.code !== 'too-old';
  return phase.at !== 'sending' && failures === (wasRefused ? 1 : 0);
}

export function hasRoom(items: readonly Item[]): boolean {
  return items.filter(({ phase }) => phase.at !== 'sent').length < itemLimit;
}

/** Sent items beyond those that are kept, the oldest ones. */
export function overdue(items: readonly Item[]): readonly Item[] {
  const sent = items.filter(({ phase }) => phase.at === 'sent');
  return sent.toSorted((a, b) => b.order - a.order).slice(sentLimit);
}

export function started(item: Item): Item {
  return { ...item, phase: { at: 'sending' } };
}

/** The first part that has no answer yet; undefined when all have one. */
export function nextPart(item: Item): Part | undefined {
  return item.parts.find((part) => part.answer === undefined);
}

/** Takes down the server's answer to a part; with the last one the item is sent. */
export function answered(item: Item, part: Part, answer: Answer, nowUtcMs: number): Item {
  const parts = item.parts.map((one) =>
    one.transactionId === part.transactionId ? { ...one, answer } : one,
  );
  const next = { ...item, parts, failures: 0 };
  if (nextPart(next)) return next;
  const permalink = parts[0]?.answer?.permalink;
  const link = permalink === undefined ? {} : { permalink };
  return { ...next, phase: { at: 'sent', atUtcMs: nowUtcMs, ...link } };
}

/** Without `retryInMs` it is left to the member. */
export function failed(item: Item, why: Trouble, nowUtcMs: number, retryInMs?: number): Item {
  const retry = retryInMs === undefined ? {} : { retryAtUtcMs: nowUtcMs + retryInMs };
  return { ...item, failures: item.failures + 1, phase: { at: 'failed', why, ...retry } };
}

/** The member has decided that it goes on; its transaction ids and what was answered stay. */
export function renewed(item: Item, nowUtcMs: number): Item {
  return { ...item, sinceUtcMs: nowUtcMs, failures: 0, phase: { at: 'waiting' } };
}

/** The line is back, or somebody has signed in: what waits for that is due at once. A server that asked for patience keeps it. */
export function woken(item: Item): Item {
  const { phase } = item;
  const waits = phase.at === 'failed' && phase.retryAtUtcMs !== undefined;
  return waits && endedByWaking.includes(phase.why.code)
    ? { ...item, phase: { at: 'waiting' } }
    : item;
}

const endedByWaking: readonly TroubleCode[] = [
  'offline',
  'timeout',
  'server-error',
  'signed-out',
  'another-member',
];

/** Nothing was written with this app before: an item that seems older is from a clock without a battery; ms UTC. */
const firstUtcMs = Date.UTC(2026, 0, 1);

/**
 * An item that has waited too long becomes the member's to decide; others stay as they are. One that a wrong clock had
 * made too old goes on. Call only while the clock is proven.
 */
export function aged(item: Item, nowUtcMs: number): Item {
  const isTooOld = hasWaitedTooLong(item, nowUtcMs);
  if (goesByItself(item)) {
    if (!isTooOld) return item;
    // How long it has waited cannot be known: it is counted from here on.
    if (item.sinceUtcMs < firstUtcMs) return { ...item, sinceUtcMs: nowUtcMs };
    return { ...item, phase: { at: 'failed', why: trouble('too-old') } };
  }
  const wasMadeOld = item.phase.at === 'failed' && item.phase.why.code === 'too-old';
  return wasMadeOld && !isTooOld ? { ...item, phase: { at: 'waiting' } } : item;
}

export function hasWaitedTooLong({ sinceUtcMs }: Item, nowUtcMs: number): boolean {
  return nowUtcMs - sinceUtcMs > patienceMs;
}

function goesByItself({ phase }: Item): boolean {
  return (
    phase.at === 'waiting' ||
    phase.at === 'sending' ||
    (phase.at === 'failed' && phase.retryAtUtcMs !== undefined)
  );
}

/** Items to one destination in one name are sent in their order: those of another member hold up no others. */
export function queueOf({ destination, bound }: Item): string {
  return JSON.stringify([destination, bound?.['member'] ?? '']);
}

/**
 * The item at the head of each queue. One that is tried again later holds up those behind it, for the
 * order is promised; one that waits for the member does not.
 */
export function heads(items: readonly Item[]): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items.filter(goesByItself).toSorted((a, b) => a.order - b.order)) {
    if (!first.has(queueOf(item))) first.set(queueOf(item), item);
  }
  return [...first.values()];
}
