/** Reads the last days and the week's incidents of all services of a co-op, each with one query. */
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayMs, weekMs } from '../../../shared/time/calendar.ts';
import { shownUptime, worstKinds } from '../../../shared/history/figures.ts';
import type { Overview, ServiceDays, ServiceIncident } from '../../../shared/history/overview.ts';
import { isTrouble, kindOf } from '../../../shared/history/kinds.ts';
import { dayLetters } from '../../../shared/history/overview.ts';
import { stripStarts } from '../../../shared/history/strip.ts';
import type { Database } from '../../platform/sqlite.ts';
import { textAt } from '../../platform/sqlite-row.ts';
import { memoized } from '../../../shared/memoized.ts';
import { incidentOf, timeOf } from './read.ts';
import { timeColumns } from './schema.ts';

export type OverviewQuestion = Readonly<{
  coop: string;
  /** Starts of open incidents by service, ms UTC. */
  openSinceUtcMs: ReadonlyMap<string, number>;
}>;

/** A longer list is of no use to a person. */
const incidentLimit = 50;
/** Rows read for them: chores, which older versions recorded, are left out afterwards. */
const rowLimit = 4 * incidentLimit;

/** Does not include what is still in the buffer or the journal. */
export function readOverview(
  db: Database,
  question: OverviewQuestion,
  calendar: Calendar,
  nowUtcMs: number,
): Overview {
  return {
    services: readDays(db, question, calendar, nowUtcMs),
    incidents: readWeek(db, question, nowUtcMs),
  };
}

const letterOfDay = `CASE ${worstKinds
  .map((kind) => `WHEN ${kind}_ms > 0 THEN '${dayLetters[kind]}'`)
  .join(' ')} ELSE '${dayLetters.unwatched}' END`;
/** One row a service: the database sums up a few hundred thousand days much faster than they would be read. */
const daysOfAll = `SELECT services.service AS id,
    group_concat(days.start || ${letterOfDay}, ' ') AS days,
    ${timeColumns.map((column) => `sum(${column}) AS ${column}`).join(', ')}
  FROM services JOIN days ON days.service = services.id
  WHERE services.coop = ? AND days.start >= ? AND days.start <= ?
  GROUP BY services.id`;

function readDays(
  db: Database,
  { coop }: OverviewQuestion,
  calendar: Calendar,
  nowUtcMs: number,
): ServiceDays[] {
  const starts = stripStarts(calendar, nowUtcMs);
  const places = new Map(starts.map((start, index) => [calendar.date(start), index]));
  // All services share some ninety starts.
  const placeOf = memoized((start: number) => places.get(calendar.date(start + middayMs)));
  const params = [coop, (starts[0] ?? nowUtcMs) - middayMs, nowUtcMs];
  return db.all(daysOfAll, params).map((row) => {
    const letters = starts.map(() => dayLetters.unwatched);
    for (const day of textAt(row, 'days').split(' ')) {
      const place = placeOf(Number(day.slice(0, -1)));
      if (place !== undefined) letters[place] = day.slice(-1);
    }
    const uptime = shownUptime(timeOf(row));
    return {
      serviceId: textAt(row, 'id'),
      days: letters.join(''),
      ...(uptime === undefined ? {} : { uptime: Math.floor(uptime * 1e6) / 1e6 }),
    };
  });
}

/** So that a day summed up in another time zone still gets its own date. */
const middayMs = dayMs / 2;

const weekOfAll = `SELECT services.service AS id, incidents.start, incidents.end, kind, ended, reason
  FROM services JOIN incidents ON incidents.service = services.id
  WHERE services.coop = ? AND incidents.end >= ? AND incidents.start <= ?
  ORDER BY incidents.start DESC LIMIT ${rowLimit}`;

function readWeek(
  db: Database,
  { coop, openSinceUtcMs }: OverviewQuestion,
  nowUtcMs: number,
): ServiceIncident[] {
  return db
    .all(weekOfAll, [coop, nowUtcMs - weekMs, nowUtcMs])
    .map((row) => {
      const serviceId = textAt(row, 'id');
      return { serviceId, ...incidentOf(row, openSinceUtcMs.get(serviceId)) };
    })
    .filter(({ kind, reason }) => isTrouble(kindOf(kind, reason)))
    .slice(0, incidentLimit);
}
