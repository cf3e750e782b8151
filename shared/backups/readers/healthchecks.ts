/**
 * healthchecks.io and servers with the same API, versions 1 to 3 (`GET /api/v3/checks/`). A read-only key is enough. It
 * monitors pings, not backups: there are no sizes or retention, and past days only through flips.
 */
import * as v from 'valibot';
import { timetableOf } from '../schedule.ts';
import type { BackupSource } from '../../coop/backups.ts';
import { parseJson } from '../../json.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import { daysOfFlips, readFlips } from './flips.ts';
import type { FollowUpAnswers, Reader } from './reader.ts';
import { idOf, nameOf } from './names.ts';
import { Instant, readItems, readJson, withProblems } from './parts.ts';

const seconds = v.pipe(v.number(), v.minValue(0));

const CheckSchema = v.object({
  name: v.string(),
  slug: v.optional(v.string()),
  /** With a read-only key … */
  unique_key: v.optional(v.string()),
  /** … and with other keys. */
  uuid: v.optional(v.string()),
  status: v.string(),
  n_pings: v.optional(v.number(), 0),
  last_ping: Instant,
  next_ping: Instant,
  grace: v.optional(seconds),
  /** For checks with a fixed interval, in s. */
  timeout: v.optional(seconds),
  /** For checks with a schedule: cron, or systemd's OnCalendar. */
  schedule: v.optional(v.string()),
  tz: v.optional(v.string()),
});
type Check = v.InferOutput<typeof CheckSchema>;

const AnswerSchema = v.object({ checks: v.array(v.unknown()) });

export const readHealthchecks: Reader = (text, _source, nowUtcMs, followUps = {}) =>
  readJson(text, AnswerSchema, ({ checks }) => {
    const flipProblems: SourceProblem[] = [];
    const read = readItems(checks, '$.checks', CheckSchema, (check) => {
      const target = targetOf(check, nowUtcMs);
      const { days, problems } = readDays(check, followUps, nowUtcMs);
      flipProblems.push(...problems);
      return { ...target, ...(days ? { days } : {}) };
    });
    return withProblems(read, flipProblems);
  });

/** Servers may reject a hundred requests a minute, which several members share. */
const maxFlipRequests = 20;

/** Keys of the checks whose flips to request: active checks with a schedule that the document includes. */
export function flipKeys(text: string, { targets }: BackupSource): readonly string[] {
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
    .slice(0, maxFlipRequests);
}

/** Used in a URL, so only the two valid formats are accepted. */
function keyOf({ unique_key, uuid }: Check): string | undefined {
  const key = unique_key ?? uuid ?? '';
  return /^(?:[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(key)
    ? key
    : undefined;
}

function isWatched({ status }: Check): boolean {
  return status !== 'new' && status !== 'paused';
}

function readDays(
  check: Check,
  followUps: FollowUpAnswers,
  nowUtcMs: number,
): Readonly<{ days?: TargetReading['days']; problems: readonly SourceProblem[] }> {
  const text = followUps[keyOf(check) ?? ''];
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
    ...runsOf(check, nowUtcMs),
  };
}

function scheduleOf({ schedule: cron, tz, grace }: Check): TargetReading['schedule'] {
  if (cron === undefined || tz === undefined || grace === undefined) return undefined;
  const schedule = { cron, timeZone: tz, graceS: grace };
  // OnCalendar is not supported; `next_ping` is used instead.
  return timetableOf(schedule) ? schedule : undefined;
}

function runsOf(check: Check, nowUtcMs: number): Partial<TargetReading> {
  const { status, last_ping: pinged, grace = 0 } = check;
  // Only a success ping makes a check “up”; “grace” is “up” with the next ping overdue but within the grace time.
  if ((status === 'up' || status === 'grace') && pinged !== undefined) {
    const due = check.next_ping ?? dueAfter(check, pinged);
    // During the grace time, the deadline is its end.
    const next = due === undefined || status === 'up' ? due : due + grace * 1000;
    return {
      lastAttempt: { atUtcMs: pinged, ok: true },
      lastSuccessUtcMs: pinged,
      // Scheduled from the last ping, however far ahead: nothing is overdue before.
      ...(next === undefined
        ? {}
        : { nextExpectedUtcMs: next, everyS: Math.max(0, next - pinged) / 1000 }),
    };
  }
  if (status === 'down') return { lastAttempt: failedAttempt(check, pinged, grace, nowUtcMs) };
  // No ping yet, or none since it was resumed. Paused checks are not monitored, so nothing is known.
  return status === 'new' && check.n_pings === 0 ? { days: [] } : {};
}

/** “down” means a failure ping or no ping in time; the time shows which. */
function failedAttempt(
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
