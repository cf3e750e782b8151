/**
 * Trouble that something else explains: a parent that is down, or planned maintenance. It is notified with its root
 * cause or not at all; if it outlasts that, it is notified then. Pure.
 */
import type { Cause } from './dependencies.ts';
import type { ServiceRecord } from './machine.ts';
import type { Change } from './notices.ts';
import type { Verdict } from '../observation/observation.ts';

export type Explanation =
  | Readonly<{ kind: 'parent'; cause: Cause }>
  | Readonly<{ kind: 'maintenance' }>;

export type Lookups = Readonly<{
  explanationOf: (serviceId: string) => Explanation | undefined;
  recordOf: (serviceId: string) => ServiceRecord | undefined;
}>;

type Held = Readonly<{
  change: Change;
  /** Absent if maintenance is the explanation. */
  cause?: Cause;
  /** Since when nothing explains it, and the time of the latest reading then. */
  freed?: Readonly<{ atUtcMs: number; asOfUtcMs: number | undefined }>;
}>;
export type HeldChanges = ReadonlyMap<string, Held>;

export const nothingHeld: HeldChanges = new Map();

/** How long dependents may take to recover after their parent, in ms: services start after their host. */
export const comebackMs = 60_000;

/**
 * Returns the changes to notify: those that a parent explains carry it as their cause, those that maintenance explains
 * are held. Adds held changes that nothing explains any more. Call it at every change and every check.
 */
export function sift(
  held: HeldChanges,
  changes: readonly Change[],
  lookups: Lookups,
  nowUtcMs: number,
): Readonly<{ held: HeldChanges; changes: readonly Change[] }> {
  if (held.size === 0 && changes.length === 0) return { held, changes };
  const next = new Map(held);
  const released = changes.flatMap((change) => siftOne(next, change, lookups));
  return { held: next, changes: [...released, ...release(next, lookups, nowUtcMs)] };
}

function siftOne(held: Map<string, Held>, change: Change, lookups: Lookups): readonly Change[] {
  const id = change.serviceId;
  const known = held.get(id);
  if (!isTrouble(change.to)) {
    held.delete(id);
    if (!known || change.to !== 'up') return [change];
    return known.cause ? [{ ...change, cause: known.cause }] : [];
  }
  const explanation = lookups.explanationOf(id);
  if (!explanation) {
    if (known) held.set(id, { ...known, change });
    return known ? [] : [change];
  }
  if (explanation.kind === 'maintenance') {
    held.set(id, { change });
    return [];
  }
  held.set(id, { change, cause: explanation.cause });
  return [{ ...change, cause: explanation.cause }];
}

function release(held: Map<string, Held>, lookups: Lookups, nowUtcMs: number): readonly Change[] {
  const released: Change[] = [];
  for (const [id, one] of held) {
    const record = lookups.recordOf(id);
    if (!record || !isTrouble(record.verdict)) {
      held.delete(id);
      continue;
    }
    const explanation = lookups.explanationOf(id);
    if (explanation) {
      const cause = one.cause ?? (explanation.kind === 'parent' ? explanation.cause : undefined);
      held.set(id, { change: one.change, ...(cause ? { cause } : {}) });
      // The maintenance is over, but a parent is down too.
      if (cause && !one.cause) released.push({ ...aloneNow(one.change, record), cause });
    } else if (!one.freed) {
      held.set(id, { ...one, freed: { atUtcMs: nowUtcMs, asOfUtcMs: record.asOfUtcMs } });
    } else if (standsAlone(one, one.freed, record)) {
      held.delete(id);
      released.push(aloneNow(one.change, record));
    }
  }
  return released;
}

/** Holds changes that were notified with a cause found only afterwards: if they outlast it, they are notified alone. */
export function adopt(held: HeldChanges, changes: readonly Change[]): HeldChanges {
  const found = changes.flatMap(({ cause, ...change }): [string, Held][] =>
    cause && isTrouble(change.to) && !held.has(change.serviceId)
      ? [[change.serviceId, { change, cause }]]
      : [],
  );
  return found.length === 0 ? held : new Map([...held, ...found]);
}

/** Only a later reading counts, and a service that is recovering is left to recover. */
function standsAlone(
  { cause }: Held,
  freed: NonNullable<Held['freed']>,
  { asOfUtcMs, pending }: ServiceRecord,
): boolean {
  if (asOfUtcMs === undefined || asOfUtcMs === freed.asOfUtcMs) return false;
  if (pending?.direction === 'better') return false;
  return cause === undefined || Math.abs(asOfUtcMs - freed.atUtcMs) >= comebackMs;
}

/** As if it had just gone down: it was not notified before. */
function aloneNow(change: Change, record: ServiceRecord): Change {
  const { reason: _then, reasonBefore: _before, ...rest } = change;
  return {
    ...rest,
    from: 'up',
    to: record.verdict,
    ...(record.reason ? { reason: record.reason } : {}),
  };
}

function isTrouble(verdict: Verdict): boolean {
  return verdict === 'down' || verdict === 'degraded';
}
