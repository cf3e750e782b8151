/**
 * healthchecks.io and whatever speaks its API, version 1 to 3 (`GET /api/v3/checks/`). A read-only key is enough.
 * It watches pings, not backups: it knows no sizes and no retention, and of days only what its flips tell.
 */
import * as v from 'valibot';
import { timetableOf } from '../schedule.ts';
import type { BackupSource } from '../../coop/backups.ts';
import { parseJson } from '../../json.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import { daysOfFlips, readFlips } from './flips.ts';
import type { Besides, Reader } from './reader.ts';
import { idOf, nameOf } from './names.ts';
import { Instant, readItems, readJson, withProblems } from './parts.ts';

const seconds = v.pipe(v.number(), v.minValue(0));

const CheckSchema = v.object({
  name: v.string(),
  slug: v.optional(v.string()),
  /** A read-only key gets these … */
  unique_key: v.optional(v.string()),
  /** … and others the check's own id. */
  uuid: v.optional(v.string()),
  status: v.string(),
  n_pings: v.optional(v.number(), 0),
  last_ping: Instant,
  next_ping: Instant,
  grace: v.optional(seconds),
  /** Of a check that wants a ping every so often. */
  timeout: v.optional(seconds),
  /** Of a check with a schedule: cron, or systemd's OnCalendar. */
  schedule: v.optional(v.string()),
  tz: v.optional(v.string()),
});
type Check = v.InferOutput<typeof CheckSchema>;

const AnswerSchema = v.object({ checks: v.array(v.unknown()) });

export const readHealthchecks: Reader = (text, _source, nowUtcMs, besides = {}) =>
  readJson(text, AnswerSchema, ({ checks }) => {
    const odd: SourceProblem[] = [];
    const read = readItems(checks, '$.checks', CheckSchema, (check) => {
      const target = targetOf(check, nowUtcMs);
      const { days, problems } = daysTold(check, besides, nowUtcMs);
      odd.push(...problems);
      return { ...target, ...(days ? { days } : {}) };
    });
    return withProblems(read, odd);
  });

/** A server may refuse a hundred questions a minute, and several members ask. */
const flipsAskedOf = 20;

/** The keys of the checks whose flips are asked for: of those that are watched, and that the document wants. */
export function flipsAsked(text: string, { targets }: BackupSource): readonly string[] {
  const answer = v.safeParse(AnswerSchema, parseJson(text));
  const checks = answer.success ? answer.output.checks : [];
  return checks
    .flatMap((item) => {
      const check = v.safeParse(CheckSchema, item);
      return check.success ? [check.output] : [];
    })
    .filter((check) => isWatched(check) && scheduleOf(check) !== undefined)
    .filter(({ name }) => !targets || targets.includes(name))
    .flatMap((check) => keyOf(check) ?? [])
    .slice(0, flipsAskedOf);
}

/** A part of an address: what is neither of the two forms of a key is not asked for. */
function keyOf({ unique_key, uuid }: Check): string | undefined {
  const key = unique_key ?? uuid ?? '';
  return /^(?:[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(key)
    ? key
    : undefined;
}

function isWatched({ status }: Check): boolean {
  return status !== 'new' && status !== 'paused';
}

function daysTold(
  check: Check,
  besides: Besides,
  nowUtcMs: number,
): Readonly<{ days?: TargetReading['days']; problems: readonly SourceProblem[] }> {
  const text = besides[keyOf(check) ?? ''];
  const schedule = scheduleOf(check);
  if (text === undefined || !schedule || !isWatched(check)) return { problems: [] };
  const { flips, problems } = readFlips(text, nameOf(check.name));
  if (!flips) return { problems };
  const isUp = check.status === 'up' || check.status === 'grace';
  return { days: daysOfFlips(flips, schedule, isUp, nowUtcMs), problems };
}

function targetOf(check: Check, nowUtcMs: number): TargetReading {
  const name = nameOf(check.name || check.slug || 'unnamed');
  const schedule = scheduleOf(check);
  return {
    id: idOf(check.unique_key ?? check.uuid ?? check.slug ?? name),
    name,
    ...(schedule ? { schedule } : {}),
    ...told(check, nowUtcMs),
  };
}

function scheduleOf({ schedule: cron, tz, grace }: Check): TargetReading['schedule'] {
  if (cron === undefined || tz === undefined || grace === undefined) return undefined;
  const schedule = { cron, timeZone: tz, graceS: grace };
  // OnCalendar is another language: what it means is left to `next_ping`.
  return timetableOf(schedule) ? schedule : undefined;
}

function told(check: Check, nowUtcMs: number): Partial<TargetReading> {
  const { status, last_ping: pinged, grace = 0 } = check;
  // Only a ping of success makes a check “up”, and “grace” is an “up” whose next ping is awaited.
  if ((status === 'up' || status === 'grace') && pinged !== undefined) {
    const due = check.next_ping ?? dueAfter(check, pinged);
    // While the grace lasts, what is awaited is its end.
    const next = due === undefined || status === 'up' ? due : due + grace * 1000;
    return {
      lastAttempt: { atUtcMs: pinged, ok: true },
      lastSuccessUtcMs: pinged,
      // It is counted from the ping, however far away: nothing is overdue before.
      ...(next === undefined
        ? {}
        : { nextExpectedUtcMs: next, everyS: Math.max(0, next - pinged) / 1000 }),
    };
  }
  if (status === 'down') return { lastAttempt: fallen(check, pinged, grace, nowUtcMs) };
  // Nobody pinged yet, or not since it was let go on. One that is paused is not watched, so nothing is known of it.
  return status === 'new' && check.n_pings === 0 ? { days: [] } : {};
}

/** “down” is said of a ping of failure and of none in time alike; which of them, the time tells. */
function fallen(
  check: Check,
  pinged: number | undefined,
  graceS: number,
  nowUtcMs: number,
): NonNullable<TargetReading['lastAttempt']> {
  const due = pinged === undefined ? undefined : dueAfter(check, pinged);
  const isLate = due !== undefined && nowUtcMs >= due + graceS * 1000;
  const atUtcMs = (isLate ? due : pinged) ?? nowUtcMs;
  return { atUtcMs, ok: false, error: isLate ? 'no ping in time' : 'down' };
}

function dueAfter(check: Check, pinged: number): number | undefined {
  if (check.timeout !== undefined) return pinged + check.timeout * 1000;
  const schedule = scheduleOf(check);
  return schedule && timetableOf(schedule)?.nextDue(pinged);
}
