/** IPC calls and events of the page of money, and its state. */
import * as v from 'valibot';
import { Slug } from '../coop/money.ts';
import { readProblems } from '../net/read-problem.ts';
import { AccountSchema } from './account.ts';

export const moneyProblems = ['not-json', 'errors', 'busy', ...readProblems] as const;
export const MoneyProblemSchema = v.object({
  code: v.picklist(moneyProblems),
  status: v.optional(v.number()),
});
/** Why the balances could not be read. */
export type MoneyProblem = Readonly<v.InferOutput<typeof MoneyProblemSchema>>;

export const MoneyStateSchema = v.object({
  /** Of the document; what is known of each comes from the copy. */
  collectives: v.array(
    v.object({ ...AccountSchema.entries, name: v.string(), isKnown: v.boolean() }),
  ),
  /** The day at whose end the balances were so: `2026-11-29`. Absent without a copy. */
  day: v.optional(v.string()),
  problem: v.optional(v.object({ ...MoneyProblemSchema.entries, sinceUtcMs: v.number() })),
  isReading: v.boolean(),
});
export type MoneyState = Readonly<v.InferOutput<typeof MoneyStateSchema>>;

export const moneyCalls = {
  /** The current state; events carry later ones. The first call reads what is a day old. */
  'money.get': { payload: v.undefined(), result: MoneyStateSchema },
  /** Tries again, if the last attempt failed. */
  'money.retry': { payload: v.undefined(), result: v.void() },
  /** Opens the page to contribute in the browser. */
  'money.contribute': { payload: v.object({ slug: Slug }), result: v.void() },
} as const;

export const moneyEvents = {
  /** The full state after any change. */
  money: MoneyStateSchema,
} as const;
