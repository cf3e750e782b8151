/**
 * What became of a piece of feedback on the other side, put together from signs: what was said in answer, and the marks
 * that staff has set. Pure; where signs come from is in room-signs.ts and issue-signs.ts.
 */
import * as v from 'valibot';
import type { Answers, Outcome } from './state.ts';
import { outcomes } from './state.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { replyLimit } from '../text/plain.ts';
import { readableArray } from '../lists/readable.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const signEntries = {
  /** The server's, of the event or comment. */
  id: Id,
  by: v.pipe(v.string(), v.maxLength(255)),
  mine: v.boolean(),
  atUtcMs: UtcMs,
};

/** Said where it can be asked for later; what a client without threads sent is heard only as it comes. */
const inThread = v.boolean();

export const SignSchema = v.variant('is', [
  v.object({
    ...signEntries,
    is: v.literal('reply'),
    text: v.pipe(v.string(), v.maxLength(replyLimit)),
    inThread,
    /** Its newest wording cannot be read here: this is the one before. */
    stale: v.optional(v.boolean()),
  }),
  /** `none`: of somebody who might not set it when they did. It is kept, so that nobody asks for their right again. */
  v.object({ ...signEntries, is: v.literal('mark'), outcome: v.picklist(outcomes) }),
  /** Something was said that cannot be read here, unless an edit makes it so. */
  v.object({ ...signEntries, is: v.literal('odd'), inThread }),
]);
export type Sign = Readonly<v.InferOutput<typeof SignSchema>>;
/** What a member can be told of. */
export type ToldSign = Exclude<Sign, Readonly<{ is: 'odd' }>>;

/** What is kept of one item. Ids outlive their signs, so that nothing is told twice. */
export const KeptAnswersSchema = v.object({
  signs: readableArray(SignSchema),
  told: readableArray(Id),
  unread: readableArray(Id),
  askedAtUtcMs: v.optional(UtcMs),
  /** Entries beside the signs that could not be read, when it was last asked. */
  unreadable: v.optional(v.number()),
});
/** The same, refused where any entry cannot be read. */
export const WholeAnswersSchema = v.object({
  ...KeptAnswersSchema.entries,
  signs: v.array(SignSchema),
  told: v.array(Id),
  unread: v.array(Id),
});
export type KeptAnswers = Readonly<v.InferOutput<typeof KeptAnswersSchema>>;

export const nothingSaid: KeptAnswers = { signs: [], told: [], unread: [] };

const signLimit = 100;
const toldLimit = 300;

/** Of several marks the one that is furthest: who only looks at what another has mended does not undo it. */
export function outcomeOf(signs: readonly Sign[]): Outcome {
  const reached = signs.map((sign) => (sign.is === 'mark' ? outcomes.indexOf(sign.outcome) : 0));
  return outcomes[Math.max(0, ...reached)] ?? 'none';
}

/** Takes up what the signs are now. `news` is what nobody here has been told of yet. */
export function takeSigns(
  before: KeptAnswers,
  signs: readonly Sign[],
): Readonly<{ kept: KeptAnswers; news: readonly ToldSign[] }> {
  const kept = newestOf(signs, signLimit);
  const told = new Set(before.told);
  const fresh = kept.filter(counts).filter((sign) => !told.has(sign.id));
  const outcome = outcomeOf(kept);
  const turn = outcomeOf(before.signs) === outcome ? undefined : marking(fresh, outcome);
  const news = fresh.filter((sign) => !sign.mine && (sign.is === 'reply' || sign === turn));
  const there = new Set(kept.map(({ id }) => id));
  const unread = [...before.unread, ...news.map(({ id }) => id)].filter((id) => there.has(id));
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

/** So many of each kind, oldest first: none costs another. What cannot be read goes when what is around it does. */
export function newestOf(signs: readonly Sign[], limit: number): Sign[] {
  const inOrder = signs.toSorted((a, b) => a.atUtcMs - b.atUtcMs);
  const newest = (belongs: (sign: Sign) => boolean) => inOrder.filter(belongs).slice(-limit);
  const replies = newest(({ is }) => is === 'reply');
  const marks = newest((sign) => sign.is === 'mark' && counts(sign));
  const passedOver = newest((sign) => sign.is === 'mark' && !counts(sign));
  const sinceUtcMs = replies.length < limit ? 0 : (replies[0]?.atUtcMs ?? 0);
  const odd = newest(({ is, atUtcMs }) => is === 'odd' && atUtcMs >= sinceUtcMs);
  return [...replies, ...marks, ...passedOver, ...odd].toSorted((a, b) => a.atUtcMs - b.atUtcMs);
}

/** What cannot be read is told once it can be. */
function counts(sign: Sign): sign is ToldSign {
  return sign.is === 'reply' || (sign.is === 'mark' && sign.outcome !== 'none');
}

/** Several people may have set the same mark: it is news once. */
function marking(signs: readonly ToldSign[], outcome: Outcome): ToldSign | undefined {
  return signs.find((sign) => sign.is === 'mark' && sign.outcome === outcome && !sign.mine);
}

export function readAll(kept: KeptAnswers): KeptAnswers {
  return kept.unread.length === 0 ? kept : { ...kept, unread: [] };
}

export function viewAnswers(kept: KeptAnswers): Omit<Answers, 'sending'> {
  const { signs, unread, askedAtUtcMs } = kept;
  const odd = signs.filter((sign) => sign.is === 'odd' || (sign.is === 'reply' && sign.stale));
  const unreadable = (kept.unreadable ?? 0) + odd.length;
  return {
    outcome: outcomeOf(signs),
    replies: signs.flatMap((sign) => {
      if (sign.is !== 'reply') return [];
      const { id, by, mine, text, atUtcMs } = sign;
      return { id, by, mine, text, atUtcMs, unread: unread.includes(id) };
    }),
    unread: unread.length,
    ...(askedAtUtcMs === undefined ? {} : { askedAtUtcMs }),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}
