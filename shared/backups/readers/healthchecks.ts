/**
 * healthchecks.io and whatever speaks its API, version 1 to 3 (`GET /api/v3/checks/`). A read-only key is enough.
 * It watches pings, not backups: it knows no sizes, no retention and no days.
 */
import * as v from 'valibot';
import { timetableOf } from '../schedule.ts';
import type { TargetReading } from '../reading.ts';
import type { Reader } from './index.ts';
import { idOf, nameOf } from './names.ts';
import { Instant, readItems, readJson } from './parts.ts';

const seconds = v.pipe(v.number(), v.minValue(0));

const CheckSchema = v.object({
  name: v.string(),
  slug: v.optional(v.string()),
  /** A read-only key gets these … */
  unique_key: v.optional(v.string()),
  /** … and others the check's own id. */
  uuid: v.optional(v.string()),
  status: v.string(),
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

export const readHealthchecks: Reader = (text, _source, nowUtcMs) =>
  readJson(text, v.object({ checks: v.array(v.unknown()) }), ({ checks }) =>
    readItems(checks, '$.checks', CheckSchema, (check) => targetOf(check, nowUtcMs)),
  );

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
  // Nobody pinged yet. A check that is paused is not watched, so nothing is known of it.
  return status === 'new' ? { days: [] } : {};
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
