/**
 * What happened to feedback on the other side, derived from signs: replies, and the marks that staff set. Pure; signs
 * come from room-signs.ts and issue-signs.ts.
 */
import * as v from 'valibot';
import type { Answers, Outcome } from './state.ts';
import { outcomes } from './state.ts';
import { shownNames } from '../matrix/shown-names.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { replyLimit } from '../text/plain.ts';
import { readableArray } from '../lists/readable.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const signEntries = {
  /** The server's id of the event or comment. */
  id: Id,
  by: v.pipe(v.string(), v.maxLength(255)),
  /** The display name of `by`, unchecked. */
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(255))),
  mine: v.boolean(),
  atUtcMs: UtcMs,
};

/** Whether it can be fetched later. Replies from clients without threads arrive only as live events. */
const inThread = v.boolean();

const SignSchema = v.variant('is', [
  v.object({
    ...signEntries,
    is: v.literal('reply'),
    text: v.pipe(v.string(), v.maxLength(replyLimit)),
    inThread,
    /** The newest edit could not be parsed; this is the text before it. */
    stale: v.optional(v.boolean()),
  }),
  /** `none`: the sender had no right to set it at the time. Stored, so that the right is not checked again. */
  v.object({ ...signEntries, is: v.literal('mark'), outcome: v.picklist(outcomes) }),
  /** A reply that could not be parsed; a later edit may fix that. */
  v.object({ ...signEntries, is: v.literal('odd'), inThread }),
]);
export type Sign = Readonly<v.InferOutput<typeof SignSchema>>;
/** What a member can be notified of. */
export type ReportableSign = Exclude<Sign, Readonly<{ is: 'odd' }>>;

/** Stored per item. Ids outlive their signs, so that nothing is announced twice. */
export const StoredAnswersSchema = v.object({
  signs: readableArray(SignSchema),
  told: readableArray(Id),
  unread: readableArray(Id),
  askedAtUtcMs: v.optional(UtcMs),
  /** Number of other entries that could not be parsed at the last fetch. */
  unreadable: v.optional(v.number()),
});
/** The same, but fails on any invalid entry. */
export const WholeAnswersSchema = v.object({
  ...StoredAnswersSchema.entries,
  signs: v.array(SignSchema),
  told: v.array(Id),
  unread: v.array(Id),
});
export type StoredAnswers = Readonly<v.InferOutput<typeof StoredAnswersSchema>>;

export const noAnswers: StoredAnswers = { signs: [], told: [], unread: [] };

const signLimit = 100;
const toldLimit = 300;

/** The most advanced mark: a 👀 after another member's ✅ does not undo it. */
export function outcomeOf(signs: readonly Sign[]): Outcome {
  const reached = signs.map((sign) => (sign.is === 'mark' ? outcomes.indexOf(sign.outcome) : 0));
  return outcomes[Math.max(0, ...reached)] ?? 'none';
}

/** Merges the current signs. `news` are those not announced here yet. */
export function takeSigns(
  before: StoredAnswers,
  signs: readonly Sign[],
): Readonly<{ kept: StoredAnswers; news: readonly ReportableSign[] }> {
  const kept = newestOf(signs, signLimit);
  const told = new Set(before.told);
  const fresh = kept.filter(counts).filter((sign) => !told.has(sign.id));
  const outcome = outcomeOf(kept);
  const outcomeMark = outcomeOf(before.signs) === outcome ? undefined : markFor(fresh, outcome);
  const news = fresh.filter((sign) => !sign.mine && (sign.is === 'reply' || sign === outcomeMark));
  const present = new Set(kept.map(({ id }) => id));
  const unread = [...before.unread, ...news.map(({ id }) => id)].filter((id) => present.has(id));
  return {
    kept: {
      ...before,
      signs: kept,
      told: [...before.told, ...fresh.map(({ id }) => id)].slice(-toldLimit),
      unread,
    },
    news,
  };
}

/**
 * The newest `limit` of each kind, oldest first, so that one kind does not displace another. Unreadable replies are
 * dropped once the replies of their time are.
 */
export function newestOf(signs: readonly Sign[], limit: number): Sign[] {
  const inOrder = signs.toSorted((a, b) => a.atUtcMs - b.atUtcMs);
  const newest = (belongs: (sign: Sign) => boolean) => inOrder.filter(belongs).slice(-limit);
  const replies = newest(({ is }) => is === 'reply');
  const marks = newest((sign) => sign.is === 'mark' && counts(sign));
  const ignored = newest((sign) => sign.is === 'mark' && !counts(sign));
  const sinceUtcMs = replies.length < limit ? 0 : (replies[0]?.atUtcMs ?? 0);
  const odd = newest(({ is, atUtcMs }) => is === 'odd' && atUtcMs >= sinceUtcMs);
  return [...replies, ...marks, ...ignored, ...odd].toSorted((a, b) => a.atUtcMs - b.atUtcMs);
}

/** An unreadable reply is announced once it becomes readable. */
function counts(sign: Sign): sign is ReportableSign {
  return sign.is === 'reply' || (sign.is === 'mark' && sign.outcome !== 'none');
}

/** Several people may set the same mark: it is announced once. */
function markFor(signs: readonly ReportableSign[], outcome: Outcome): ReportableSign | undefined {
  return signs.find((sign) => sign.is === 'mark' && sign.outcome === outcome && !sign.mine);
}

/** Unread replies; a changed outcome counts only where no reply came with it, since it is shown as a state. */
export function unreadIn({ signs, unread }: StoredAnswers): number {
  const replies = signs.filter((sign) => sign.is === 'reply' && unread.includes(sign.id)).length;
  return Math.max(replies, Math.min(unread.length, 1));
}

export function readAll(kept: StoredAnswers): StoredAnswers {
  return kept.unread.length === 0 ? kept : { ...kept, unread: [] };
}

/** `me`: the member's id in the room; undefined while signed out. */
export function viewAnswers(kept: StoredAnswers, me: string | undefined): Omit<Answers, 'sending'> {
  const { signs, unread, askedAtUtcMs } = kept;
  const shownName = shownNames(
    signs.map(({ by, name }) => ({ id: by, name })),
    me,
  );
  const odd = signs.filter((sign) => sign.is === 'odd' || (sign.is === 'reply' && sign.stale));
  const unreadable = (kept.unreadable ?? 0) + odd.length;
  return {
    outcome: outcomeOf(signs),
    replies: signs.flatMap((sign) => {
      if (sign.is !== 'reply') return [];
      const { id, by, mine, text, atUtcMs } = sign;
      return { id, by: shownName(by), mine, text, atUtcMs, unread: unread.includes(id) };
    }),
    unread: unreadIn(kept),
    ...(askedAtUtcMs === undefined ? {} : { askedAtUtcMs }),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}
