/** The question about all balances at once: ten in a minute are all that a whole household may ask. Pure. */
import { dayMs } from '../time/calendar.ts';

/** The last day that is over in UTC, which is the same for all members: `2026-11-29`. */
export function lastDay(nowUtcMs: number): string {
  return new Date(nowUtcMs - dayMs).toISOString().slice(0, 10);
}

/** Until another day is over in UTC. */
export function untilNextDayMs(nowUtcMs: number): number {
  return dayMs - (nowUtcMs % dayMs);
}

/** The end of a day, as the API reads it. */
function endOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString();
}

/** In the answer, the account of the slug at `index`. */
export function aliasOf(index: number): string {
  return `a${index}`;
}

/**
 * As a body of GraphQL. Only what has been there for years is asked for: one field that is gone would cost the whole
 * answer. Projects and events belong to the collective; money of others that it hosts does not.
 */
export function moneyQuery(slugs: readonly string[], day: string): string {
  const names = slugs.map((_, at) => `$s${at}: String!`);
  const accounts = slugs.map(
    (_, at) =>
      `${aliasOf(at)}: account(slug: $s${at}, throwIfMissing: false) { slug name stats { balance(dateTo: $to, includeChildren: true) { valueInCents currency } } }`,
  );
  const variables = Object.fromEntries(slugs.map((slug, at) => [`s${at}`, slug]));
  return JSON.stringify({
    query: `query Balances($to: DateTime!, ${names.join(', ')}) { ${accounts.join(' ')} }`,
    variables: { to: endOf(day), ...variables },
  });
}
