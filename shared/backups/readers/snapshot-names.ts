/**
 * A listing of snapshots that carry their time in their name, `auto-2026-11-24_03-00` as TrueNAS and others write it:
 * the output of `zfs list -t snapshot -o name`, or a web server's page of a folder. The time is of the wall clock.
 */
import type { BackupSource } from '../../coop/backups.ts';
import { dayMs, instantOf } from '../../peace/zone.ts';
import type { TargetReading } from '../reading.ts';
import { daysLimit } from '../reading.ts';
import { dayText, timetableOf } from '../schedule.ts';
import type { Reader } from './index.ts';
import { cut, failed, outcomeOf } from './parts.ts';

const names = /auto-(\d{4})-(\d{2})-(\d{2})_(\d{2})-(\d{2})/g;
/** The data set before the name where there is one: `tank/files@auto-…`. */
const dataSet = /(?<![\w.:/-])([\w.:/-]+)@$/;
/** A data set is looked for only where a name was found, and no further back than this, or than the last name. */
const dataSetLimit = 201;
/** Hourly snapshots of a quarter of a hundred data sets. */
const namesLimit = 250_000;
const targetsLimit = 200;

/** Day and minute, as the name says them. */
type Wall = Readonly<{ day: number; minute: number }>;

export const readSnapshotNames: Reader = (text, source) => {
  if (text.trim() === '') return failed('empty');
  const sets = new Map<string, Wall[]>();
  let count = 0;
  let from = 0;
  for (const match of text.matchAll(names)) {
    count += 1;
    if (count > namesLimit || sets.size > targetsLimit) return failed('too-large');
    const wall = wallOf(match);
    if (!wall) continue;
    const name = dataSetBefore(text, from, match.index);
    from = match.index + match[0].length;
    const walls = sets.get(name) ?? [];
    walls.push(wall);
    sets.set(name, walls);
  }
  return outcomeOf(
    [...sets].map(([name, walls]) => targetOf(name, walls, source)),
    [],
  );
};

/** Empty where there is none. */
function dataSetBefore(text: string, from: number, at: number): string {
  if (text[at - 1] !== '@') return '';
  return dataSet.exec(text.slice(Math.max(from, at - dataSetLimit), at))?.[1] ?? '';
}

/** Undefined for a day or a time that no calendar has. */
function wallOf([, year, month, date, hour, minute]: RegExpMatchArray): Wall | undefined {
  const atMs = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const day = Math.floor(atMs / dayMs);
  const isReal = dayText(day) === `${year}-${month}-${date}`;
  if (!isReal || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { day, minute: Number(hour) * 60 + Number(minute) };
}

function targetOf(name: string, walls: readonly Wall[], source: BackupSource): TargetReading {
  const days = [...new Set(walls.map(({ day }) => day))]
    .toSorted((a, b) => a - b)
    .slice(-daysLimit);
  const last = walls.reduce((later, one) => (isLater(one, later) ? one : later));
  // Without a zone a time on the wall is no instant: then only the days are known.
  const { schedule } = source;
  const zone = schedule && timetableOf(schedule) ? schedule.timeZone : undefined;
  return {
    id: cut(name || 'snapshots'),
    name: cut(name || source.name),
    days: days.map((day) => ({ day: dayText(day), ok: true })),
    retention: { heldDays: days.length },
    ...(zone === undefined ? {} : { lastSuccessUtcMs: instantOf(last, zone) }),
  };
}

function isLater(one: Wall, other: Wall): boolean {
  return one.day > other.day || (one.day === other.day && one.minute > other.minute);
}
