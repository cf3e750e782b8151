/**
 * A listing of snapshots with a time in their name, such as TrueNAS's `auto-2026-11-24_03-00`: the output of `zfs list
 * -t snapshot -o name`, `ls` or `find`, or a web server's index page. The time is local wall-clock time. The text
 * before the name is the data set.
 */
import type { BackupSource } from '../../coop/backups.ts';
import { dayMs } from '../../time/calendar.ts';
import { instantOf } from '../../time/zone.ts';
import type { ReadSource, TargetReading } from '../reading.ts';
import { daysLimit } from '../reading.ts';
import { dayText, timetableOf } from '../schedule.ts';
import type { Reader } from './reader.ts';
import type { Listed } from './listing.ts';
import { isEmptyListing, listed } from './listing.ts';
import { idOf, nameOf } from './names.ts';
import { failed, outcomeOf } from './parts.ts';
import type { Steps } from '../../steps.ts';
import { runSteps } from '../../steps.ts';

/** Hourly snapshots of a hundred data sets over three months. */
const namesLimit = 250_000;
const namesPerStep = 5000;
const targetsLimit = 200;

/** Day and minute from the name. */
type Wall = Readonly<{ day: number; minute: number }>;

export const readSnapshotNames: Reader = (text, source) => runSteps(readingNames(text, source));

/** Pauses between steps, because a listing of several megabytes takes long. */
export function* readingNames(text: string, source: BackupSource): Steps<ReadSource> {
  const sets = new Map<string, Wall[]>();
  let count = 0;
  for (const one of listed(text, source.url)) {
    if (one === undefined) {
      yield;
      continue;
    }
    count += 1;
    if (count % namesPerStep === 0) yield;
    if (count > namesLimit || sets.size > targetsLimit) return failed('too-large');
    const wall = wallOf(one);
    if (!wall) continue;
    const walls = sets.get(one.of) ?? [];
    walls.push(wall);
    sets.set(one.of, walls);
  }
  if (sets.size === 0) return withoutAny(text);
  yield;
  const targets = [...sets].map(([name, walls]) => targetOf(name, walls, source));
  return outcomeOf(targets, []);
}

/** A page without snapshot names may be any page; an empty listing means that there are no snapshots. */
function withoutAny(text: string): ReadSource {
  return isEmptyListing(text) ? outcomeOf([], []) : failed('no-targets');
}

/** Undefined for an invalid date or time. */
function wallOf({ date, hour, minute }: Listed): Wall | undefined {
  const atMs = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(atMs) || hour > 23 || minute > 59) return undefined;
  const day = Math.floor(atMs / dayMs);
  return dayText(day) === date ? { day, minute: hour * 60 + minute } : undefined;
}

function targetOf(name: string, walls: readonly Wall[], source: BackupSource): TargetReading {
  const days = [...new Set(walls.map(({ day }) => day))]
    .toSorted((a, b) => a - b)
    .slice(-daysLimit);
  const last = walls.reduce((later, one) => (isLater(one, later) ? one : later));
  // Without a time zone, a wall-clock time is not an instant, so only days are known.
  const { schedule } = source;
  const zone = schedule && timetableOf(schedule) ? schedule.timeZone : undefined;
  return {
    id: idOf(name || 'snapshots'),
    name: nameOf(name || source.name),
    days: days.map((day) => ({ day: dayText(day), ok: true })),
    retention: { heldDays: days.length },
    ...(zone === undefined ? {} : { lastSuccessUtcMs: instantOf(last, zone) }),
  };
}

function isLater(one: Wall, other: Wall): boolean {
  return one.day > other.day || (one.day === other.day && one.minute > other.minute);
}
