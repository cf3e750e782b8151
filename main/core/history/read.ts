/** Reads a service's history for the detail page. */
import * as v from 'valibot';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import { defined } from '../../../shared/defined.ts';
import type { TimeByKind } from '../../../shared/history/figures.ts';
import { addTimes, noTime, timeByKind, watchedMs } from '../../../shared/history/figures.ts';
import { troubles } from '../../../shared/history/kinds.ts';
import type { PartOfDay, StripDay } from '../../../shared/history/strip.ts';
import { lastDays, stripDays, stripOf } from '../../../shared/history/strip.ts';
import type { HistoryView, IncidentView } from '../../../shared/history/view.ts';
import type { Reason } from '../../../shared/observation/observation.ts';
import { ReasonSchema } from '../../../shared/observation/observation.ts';
import type { Database } from '../../platform/sqlite.ts';
import type { Row } from '../../platform/sqlite-row.ts';
import { choiceAt, maybeNumberAt, maybeTextAt, numberAt } from '../../platform/sqlite-row.ts';
import type { Question } from './question.ts';
import { readPoints } from './points.ts';
import { timeColumns } from './schema.ts';

/** A longer list is of no use to a person. */
const incidentLimit = 100;

/** Does not include what is still in the buffer or the journal. */
export function readDetail(db: Database, question: Question): HistoryView {
  const { calendar, nowUtcMs } = question;
  const strip = stripOf(readStrip(db, question), calendar, nowUtcMs);
  return {
    strip: [...strip],
    uptimes: {
      day: lastHours(db, question),
      week: lastDays(strip, 7),
      month: lastDays(strip, 30),
    },
    ...readIncidents(db, question),
    range: question.range,
    ...readPoints(db, question),
  };
}

/** Days, except the newest, which may have grown: its hours are read instead. */
function readStrip(db: Database, { service, nowUtcMs }: Question): readonly PartOfDay[] {
  const [newest] = db.all('SELECT max(start) AS start FROM days WHERE start <= ?', [nowUtcMs]);
  const hoursFrom = (newest && maybeNumberAt(newest, 'start')) ?? 0;
  const days = `SELECT start, ${timeColumns.join(', ')} FROM days
    WHERE service = ? AND start >= ? AND start < ?`;
  const first = nowUtcMs - (stripDays + 1) * dayMs;
  // Use midday, so that a day summed up in another time zone still gets its own date.
  const earlier = db
    .all(days, [service, first, hoursFrom])
    .map((row) => ({ atUtcMs: numberAt(row, 'start') + dayMs / 2, time: timeOf(row) }));
  return [...earlier, ...readHours(db, service, hoursFrom, nowUtcMs)];
}

/** Leaves out hours after now, which a wrong clock may have written. */
function readHours(
  db: Database,
  service: number,
  fromUtcMs: number,
  nowUtcMs: number,
): readonly PartOfDay[] {
  const sql = `SELECT start, ${timeColumns.join(', ')} FROM hours
    WHERE start >= ? AND start <= ? AND service = ?`;
  const rows = db.all(sql, [fromUtcMs, nowUtcMs, service]);
  return rows.map((row) => ({ atUtcMs: numberAt(row, 'start'), time: timeOf(row) }));
}

/** The time columns of a row. */
export function timeOf(row: Row): TimeByKind {
  return timeByKind((kind) => numberAt(row, `${kind}_ms`));
}

function lastHours(
  db: Database,
  { service, calendar, nowUtcMs }: Question,
): Pick<StripDay, 'time' | 'unwatchedMs'> {
  // The first whole hour: one more would make the day longer than its name.
  const from = calendar.hourStart(nowUtcMs - dayMs + hourMs - 1);
  const hours = readHours(db, service, from, nowUtcMs);
  const time = hours.reduce((sum, hour) => addTimes(sum, hour.time), noTime);
  return { time, unwatchedMs: Math.max(0, nowUtcMs - from - watchedMs(time)) };
}

function readIncidents(
  db: Database,
  { service, nowUtcMs, openSinceUtcMs }: Question,
): Pick<HistoryView, 'incidents' | 'olderIncidents'> {
  const since = nowUtcMs - stripDays * dayMs;
  const found = incidentsOf(db, service, since, openSinceUtcMs).filter(
    (one) => one.fromUtcMs <= nowUtcMs,
  );
  const shown = found.slice(0, incidentLimit);
  return { incidents: shown, olderIncidents: found.length - shown.length };
}

/** Newest first. */
export function incidentsOf(
  db: Database,
  service: number,
  sinceUtcMs = 0,
  openSinceUtcMs?: number,
): IncidentView[] {
  const sql = `SELECT start, end, kind, ended, reason FROM incidents
    WHERE service = ? AND end >= ? ORDER BY start DESC`;
  return db.all(sql, [service, sinceUtcMs]).map((row) => incidentOf(row, openSinceUtcMs));
}

export function incidentOf(row: Row, openSinceUtcMs: number | undefined): IncidentView {
  const fromUtcMs = numberAt(row, 'start');
  const unfinished = fromUtcMs === openSinceUtcMs ? 'open' : 'unseen';
  return {
    kind: choiceAt(row, 'kind', troubles),
    fromUtcMs,
    toUtcMs: numberAt(row, 'end'),
    end: numberAt(row, 'ended') === 1 ? 'seen' : unfinished,
    ...defined({ reason: parseReason(maybeTextAt(row, 'reason')) }),
  };
}

/** Undefined for a reason that this version does not know. */
function parseReason(text: string | undefined): Reason | undefined {
  if (text === undefined) return undefined;
  try {
    return v.parse(ReasonSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}
