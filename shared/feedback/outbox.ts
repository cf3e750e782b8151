/**
 * The outbox: what waits to be sent, and the phase of each item. Pure; sending and saving:
 * main/features/feedback/outbox.ts.
 *
 * A part keeps the transaction id from when its item was queued. If it is unknown whether a part arrived, it is sent
 * again under the same id and the server drops the duplicate. So nothing needs saving between "about to send" and
 * "sent": an item interrupted by a crash is simply due again.
 */
import * as v from 'valibot';
import type { Binding } from '../binding.ts';
import { BindingSchema } from '../binding.ts';
import type { Trouble, TroubleCode } from './trouble.ts';
import { TroubleSchema, trouble } from './trouble.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { shortList } from '../lists/short-list.ts';

/** Max unsent items, drafts included. */
export const itemLimit = 30;
/** Max sent items that are still shown. */
export const sentLimit = 100;
/** Max time an item waits without the member's decision, in ms: 30 days. */
export const maxWaitMs = 30 * 86_400_000;
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
  /** The server's id of what was sent. */
  id: v.pipe(v.string(), v.maxLength(300)),
  permalink: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
  /** Labels that the server dropped silently, as GitHub does for users without push access. */
  labelsDropped: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(50)))),
});
export type Answer = Readonly<v.InferOutput<typeof AnswerSchema>>;

const ContentSchema = v.object({
  kind: v.picklist(['message', 'image', 'file']),
  /** The exact content, as it was shown before. */
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
    /** When it is retried automatically; without it, the member has to decide. */
    retryAtUtcMs: v.exactOptional(UtcMs),
  }),
]);
export type Phase = Readonly<v.InferOutput<typeof PhaseSchema>>;

export const ItemSchema = v.object({
  version: v.literal(1),
  id: Id,
  /** What the member typed, in the composer's format; stored as long as the item. */
  draft: v.pipe(v.string(), v.maxLength(100_000)),
  attachments: shortList(AttachmentSchema, partLimit),
  /** Position in the queue of its destination, assigned when the item is queued. */
  order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When it was queued or last resumed by the member, ms UTC. */
  sinceUtcMs: UtcMs,
  destination: v.pipe(v.string(), v.maxLength(300)),
  /** What the member was shown when they pressed Send; missing in drafts and items of older versions. */
  bound: v.optional(BindingSchema),
  /** The first part is the root event that the others refer to. */
  parts: shortList(PartSchema, partLimit),
  /** Consecutive failures. */
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

/** Queues a draft. `newId` is called once per part. */
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

/** An item after a restart: an interrupted attempt counts as a failure. */
export function restored(item: Item): Item {
  const { phase, failures } = item;
  return phase.at === 'sending'
    ? { ...item, failures: failures + 1, phase: { at: 'waiting' } }
    : item;
}

/** Whether nothing of an item can have arrived: it was never tried, or refused for good at the first attempt. */
export function neverLeft({ phase, failures }: Item): boolean {
  const wasRefused =
    phase.at === 'failed' && phase.retryAtUtcMs === undefined && phase.why.code !== 'too-old';
  return phase.at !== 'sending' && failures === (wasRefused ? 1 : 0);
}

export function hasRoom(items: readonly Item[]): boolean {
  return items.filter(({ phase }) => phase.at !== 'sent').length < itemLimit;
}

/** The oldest sent items, beyond `sentLimit`. */
export function surplusSent(items: readonly Item[]): readonly Item[] {
  const sent = items.filter(({ phase }) => phase.at === 'sent');
  return sent.toSorted((a, b) => b.order - a.order).slice(sentLimit);
}

export function started(item: Item): Item {
  return { ...item, phase: { at: 'sending' } };
}

/** The first part without an answer; undefined if all have one. */
export function nextPart(item: Item): Part | undefined {
  return item.parts.find((part) => part.answer === undefined);
}

/** Stores the server's answer to a part; after the last one the item is sent. */
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

/** Without `retryInMs` the member has to decide. */
export function failed(item: Item, why: Trouble, nowUtcMs: number, retryInMs?: number): Item {
  const retry = retryInMs === undefined ? {} : { retryAtUtcMs: nowUtcMs + retryInMs };
  return { ...item, failures: item.failures + 1, phase: { at: 'failed', why, ...retry } };
}

/** The member resumes it; transaction ids and answers stay. */
export function renewed(item: Item, nowUtcMs: number): Item {
  return { ...item, sinceUtcMs: nowUtcMs, failures: 0, phase: { at: 'waiting' } };
}

/** Back online, or someone signed in: items that wait for that are due now. A server's Retry-After still applies. */
export function woken(item: Item): Item {
  const { phase } = item;
  const waits = phase.at === 'failed' && phase.retryAtUtcMs !== undefined;
  return waits && retriedOnWaking.includes(phase.why.code)
    ? { ...item, phase: { at: 'waiting' } }
    : item;
}

const retriedOnWaking: readonly TroubleCode[] = [
  'offline',
  'timeout',
  'server-error',
  'signed-out',
  'another-member',
];

/** This app did not exist before: an older timestamp comes from a machine with a dead clock battery; ms UTC. */
const earliestUtcMs = Date.UTC(2026, 0, 1);

/**
 * Leaves an item that has waited too long to the member, and resumes one that only a wrong clock had made too old. Call
 * only while the clock is verified.
 */
export function aged(item: Item, nowUtcMs: number): Item {
  const isTooOld = hasWaitedTooLong(item, nowUtcMs);
  if (isAutomatic(item)) {
    if (!isTooOld) return item;
    // Its real age is unknown: count from now.
    if (item.sinceUtcMs < earliestUtcMs) return { ...item, sinceUtcMs: nowUtcMs };
    return { ...item, phase: { at: 'failed', why: trouble('too-old') } };
  }
  const wasTooOld = item.phase.at === 'failed' && item.phase.why.code === 'too-old';
  return wasTooOld && !isTooOld ? { ...item, phase: { at: 'waiting' } } : item;
}

export function hasWaitedTooLong({ sinceUtcMs }: Item, nowUtcMs: number): boolean {
  return nowUtcMs - sinceUtcMs > maxWaitMs;
}

function isAutomatic({ phase }: Item): boolean {
  return (
    phase.at === 'waiting' ||
    phase.at === 'sending' ||
    (phase.at === 'failed' && phase.retryAtUtcMs !== undefined)
  );
}

/** One queue per destination and member, so that one member's items do not block another's. */
export function queueOf({ destination, bound }: Item): string {
  return JSON.stringify([destination, bound?.['member'] ?? '']);
}

/**
 * The first item of each queue. An item with a pending retry blocks those behind it, to preserve the order; one that
 * waits for the member does not.
 */
export function heads(items: readonly Item[]): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items.filter(isAutomatic).toSorted((a, b) => a.order - b.order)) {
    if (!first.has(queueOf(item))) first.set(queueOf(item), item);
  }
  return [...first.values()];
}
