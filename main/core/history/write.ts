/** Writes checks, hours and incidents, sums hours up to days, and deletes old rows. */
import { removableAfter, removableBefore } from '../../../shared/time/clock-proof.ts';
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import type { Figures } from '../../../shared/history/figures.ts';
import type { Kind, Measure } from '../../../shared/history/kinds.ts';
import { kinds, measures } from '../../../shared/history/kinds.ts';
import type { Incident } from '../../../shared/history/incidents.ts';
import type { Database, SqlValue } from '../../platform/sqlite.ts';
import { maybeNumberAt } from '../../platform/sqlite-row.ts';
import type { KeptBeat, Unwritten } from './buffer.ts';
import { slotMs, spreadColumns, timeColumns } from './schema.ts';

const keepBeatsMs = dayMs;
/** One day more than the strip shows, so that its first day is complete. */
const keepHoursMs = 91 * dayMs;
const keepIncidentsMs = 91 * dayMs;
/** Two years. */
const keepDaysMs = 731 * dayMs;

/** How rows of a table expire: the columns with their end and start, and the unit of these columns in ms. */
type Aging = Readonly<{
  table: string;
  ends: string;
  starts: string;
  unitMs: number;
  keptFromUtcMs: (calendar: Calendar, nowUtcMs: number) => number;
}>;

const agings: readonly Aging[] = [
  {
    table: 'beats',
    ends: 'slot',
    starts: 'slot',
    unitMs: slotMs,
    keptFromUtcMs: (_calendar, nowUtcMs) => nowUtcMs - keepBeatsMs,
  },
  {
    table: 'hours',
    ends: 'start',
    starts: 'start',
    unitMs: 1,
    // Whole days, because hours are summed up by day.
    keptFromUtcMs: (calendar, nowUtcMs) => calendar.dayStart(nowUtcMs - keepHoursMs),
  },
  {
    table: 'days',
    ends: 'start',
    starts: 'start',
    unitMs: 1,
    keptFromUtcMs: (_calendar, nowUtcMs) => nowUtcMs - keepDaysMs,
  },
  {
    table: 'incidents',
    ends: 'end',
    starts: 'start',
    unitMs: 1,
    keptFromUtcMs: (_calendar, nowUtcMs) => nowUtcMs - keepIncidentsMs,
  },
];

/** The numeric key of a service. */
export type ServiceKey = (serviceId: string) => number;

/** Call inside a transaction. */
export function write(db: Database, keyOf: ServiceKey, unwritten: Unwritten): void {
  for (const beat of unwritten.beats) db.run(insertBeat, beatRow(keyOf(beat.serviceId), beat));
  for (const { serviceId, hourUtcMs, figures } of unwritten.hours) {
    db.run(addToHour, [hourUtcMs, keyOf(serviceId), ...figureRow(figures)]);
  }
  for (const { serviceId, incident } of unwritten.incidents) {
    db.run(putIncident, incidentRow(keyOf(serviceId), incident));
  }
}

const insertBeat = `INSERT OR REPLACE INTO beats
  (slot, service, at, verdict, reason, ${measures.join(', ')}) VALUES (${marks(5 + measures.length)})`;

function beatRow(service: number, { atUtcMs, seen }: KeptBeat): readonly SqlValue[] {
  return [
    Math.floor(atUtcMs / slotMs),
    service,
    atUtcMs,
    seen.verdict,
    seen.reason?.code ?? null,
    ...measures.map((measure) => micros(seen.timings[measure])),
  ];
}

const figureColumns = [...timeColumns, ...spreadColumns];

/** A column stays NULL until something is measured. */
const addToHour = `INSERT INTO hours (start, service, ${figureColumns.join(', ')})
  VALUES (${marks(2 + figureColumns.length)})
  ON CONFLICT (start, service) DO UPDATE SET ${figureColumns.map(merged).join(', ')}`;

function merged(column: string): string {
  const pair = `coalesce(${column}, excluded.${column}), coalesce(excluded.${column}, ${column})`;
  if (/_m(in|ax)$/.test(column)) return `${column} = ${column.slice(-3)}(${pair})`;
  if (column.endsWith('_ms')) return `${column} = ${column} + excluded.${column}`;
  return `${column} = CASE WHEN ${column} IS NULL THEN excluded.${column}
    ELSE ${column} + coalesce(excluded.${column}, 0) END`;
}

function figureRow({ time, spreads }: Figures): readonly SqlValue[] {
  return [
    ...kinds.map((kind: Kind) => Math.round(time[kind])),
    ...measures.flatMap((measure: Measure) => {
      const spread = spreads[measure];
      if (!spread) return [null, null, null, null];
      return [spread.count, micros(spread.sum), micros(spread.min), micros(spread.max)];
    }),
  ];
}

const putIncident = `INSERT OR REPLACE INTO incidents
  (service, start, end, kind, reason, ended) VALUES (${marks(6)})`;

function incidentRow(service: number, incident: Incident): readonly SqlValue[] {
  const { fromUtcMs, toUtcMs, kind, reason, ended } = incident;
  return [service, fromUtcMs, toUtcMs, kind, reason ? JSON.stringify(reason) : null, ended ? 1 : 0];
}

/**
 * Sums hours up to days, starting with the newest stored day, which may have grown. Safe to run again, also after an
 * interruption. Returns the number of days with checks.
 */
export function rollUp(db: Database, calendar: Calendar, nowUtcMs: number): number {
  const [newest] = db.all('SELECT max(start) AS start FROM days WHERE start <= ?', [nowUtcMs]);
  const [oldest] = db.all('SELECT min(start) AS start FROM hours');
  const newestDay = newest && maybeNumberAt(newest, 'start');
  const oldestHour = oldest && maybeNumberAt(oldest, 'start');
  const from = newestDay ?? (oldestHour ? calendar.dayStart(oldestHour) : nowUtcMs);
  // Skips hours that a machine without a clock battery dated to 1970: too many days, and due for deletion anyway.
  const firstDay = Math.max(from, calendar.dayStart(nowUtcMs - keepDaysMs));
  let days = 0;
  for (let start = firstDay; start < nowUtcMs; start = calendar.nextDay(start)) {
    const end = calendar.nextDay(start);
    if (db.all(anyHour, [start, end]).length === 0) continue;
    db.run(addUpDay, [start, start, end]);
    days += 1;
  }
  return days;
}

const anyHour = 'SELECT start FROM hours WHERE start >= ? AND start < ? LIMIT 1';

const addUpDay = `INSERT OR REPLACE INTO days (service, start, ${figureColumns.join(', ')})
  SELECT service, ?, ${figureColumns.map(addedUp).join(', ')}
  FROM hours WHERE start >= ? AND start < ? GROUP BY service`;

function addedUp(column: string): string {
  return /_m(in|ax)$/.test(column) ? `${column.slice(-3)}(${column})` : `sum(${column})`;
}

/**
 * Deletes rows that are too old or that a wrong clock dated into the future, per table at most `days` days' worth, so
 * that no clock can delete much more than was added. Call after `rollUp`, with its result, and only while the clock is
 * proven.
 */
export function prune(db: Database, calendar: Calendar, nowUtcMs: number, days: number): void {
  for (const aging of agings) {
    for (let day = 0; day < days && pruneDay(db, calendar, nowUtcMs, aging); day += 1);
  }
}

/** False if there was nothing to delete. */
function pruneDay(db: Database, calendar: Calendar, nowUtcMs: number, aging: Aging): boolean {
  const { table, ends, starts, unitMs, keptFromUtcMs } = aging;
  const [there] = db.all(
    `SELECT (SELECT min(${ends}) FROM ${table}) AS oldest, (SELECT max(${starts}) FROM ${table}) AS newest`,
  );
  const oldest = there && maybeNumberAt(there, 'oldest');
  const newest = there && maybeNumberAt(there, 'newest');
  if (oldest === undefined || newest === undefined) return false;
  const tooOldUtcMs = keptFromUtcMs(calendar, nowUtcMs);
  const before = removableBefore(tooOldUtcMs, oldest * unitMs, calendar);
  const after = removableAfter(nowUtcMs + dayMs, newest * unitMs, calendar);
  const first = Math.floor(before / unitMs);
  const last = Math.floor(after / unitMs);
  if (oldest >= first && newest <= last) return false;
  db.run(`DELETE FROM ${table} WHERE ${ends} < ? OR ${starts} > ?`, [first, last]);
  return true;
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

function micros(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms * 1000);
}
