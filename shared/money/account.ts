/** A collective as its API tells of it, and what of an answer can be believed. Pure. */
import * as v from 'valibot';
import { isDeeperThan, parseJson } from '../json.ts';
import { aliasOf } from './query.ts';

const BalanceSchema = v.object({
  /** Hundredths of the unit, whatever the currency. */
  cents: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});
export type Balance = Readonly<v.InferOutput<typeof BalanceSchema>>;

export const AccountSchema = v.object({
  slug: v.string(),
  /** As it is called there. */
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Absent if it was not told, or there is no such account. */
  balance: v.optional(BalanceSchema),
  isMissing: v.optional(v.literal(true)),
});
export type Account = Readonly<v.InferOutput<typeof AccountSchema>>;

export type ReadAccounts =
  | Readonly<{ ok: true; accounts: readonly Account[] }>
  | Readonly<{ ok: false; code: 'not-json' | 'errors' }>;

const depthLimit = 12;

const ErrorsSchema = v.array(v.object({ path: v.optional(v.array(v.unknown())) }));
const AnswerSchema = v.object({
  data: v.nullish(v.record(v.string(), v.unknown())),
  errors: v.nullish(ErrorsSchema),
});
const Told = v.object({
  name: v.nullish(v.string()),
  stats: v.nullish(
    v.object({
      balance: v.nullish(
        v.object({ valueInCents: v.nullish(v.number()), currency: v.nullish(v.string()) }),
      ),
    }),
  ),
});

/** GraphQL answers 200 for errors, too; one that belongs to an account costs only that account. */
export function readAccounts(text: string, slugs: readonly string[]): ReadAccounts {
  const json = isDeeperThan(depthLimit, text) ? undefined : parseJson(text);
  const { success, output } = v.safeParse(AnswerSchema, json);
  if (!success) return { ok: false, code: 'not-json' };
  const { data, errors } = output;
  if (!data) return { ok: false, code: errors ? 'errors' : 'not-json' };
  const failed = new Set(errors?.map(({ path }) => path?.[0]));
  // Without a place, nothing says which accounts an error is about.
  if (failed.has(undefined)) return { ok: false, code: 'errors' };
  const accounts = slugs.map((slug, at) => {
    const alias = aliasOf(at);
    return accountOf(slug, data[alias], failed.has(alias));
  });
  return { ok: true, accounts };
}

function accountOf(slug: string, value: unknown, hasFailed: boolean): Account {
  if (value === null && !hasFailed) return { slug, isMissing: true };
  const { success, output } = v.safeParse(Told, value);
  if (!success) return { slug };
  const { name, stats } = output;
  const { valueInCents: cents, currency } = stats?.balance ?? {};
  const balance = v.safeParse(BalanceSchema, { cents, currency });
  return {
    slug,
    ...(name ? { name: name.slice(0, 200) } : {}),
    ...(balance.success ? { balance: balance.output } : {}),
  };
}
