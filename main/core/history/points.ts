/** Points of the response-time chart: every five minutes for a day, hours for a week, days for a quarter. */
import { dayMs, hourMs, weekMs } from '../../../shared/time/calendar.ts';
import { measures } from '../../../shared/history/kinds.ts';
import { stripDays } from '../../../shared/history/strip.ts';
import type { HistoryView, Point, Range } from '../../../shared/history/view.ts';
import { defined } from '../../../shared/defined.ts';
import type { Database, SqlValue } from '../../platform/sqlite.ts';
import type { Row } from '../../platform/sqlite-row.ts';
import { maybeNumberAt, numberAt } from '../../platform/sqlite-row.ts';
import type { Question } from './question.ts';
import { slotMs } from './schema.ts';

/** About one point per pixel of the chart; closer ones would be drawn over each other. */
const fineMs = 5 * 60_000;

type Answer = Pick<HistoryView, 'fromUtcMs' | 'untilUtcMs' | 'stepMs' | 'points'>;

const lengthMs: Readonly<Record<Range, number>> = {
  day: dayMs,
  week: weekMs,
  quarter: stripDays * dayMs,
};

export function readPoints(db: Database, question: Question): Answer {
  const { range, service, nowUtcMs } = question;
  const fromUtcMs = nowUtcMs - lengthMs[range];
  const span = { fromUtcMs, untilUtcMs: nowUtcMs };
  switch (range) {
    case 'day':
      return { ...span, stepMs: fineMs, points: readBeats(db, question) };
    case 'week':
      return { ...span, stepMs: hourMs, points: pointsOf(db, hourPoints, [fromUtcMs, service]) };
    case 'quarter':
      return { ...span, stepMs: dayMs, points: pointsOf(db, dayPoints, [fromUtcMs, service]) };
  }
}

const means = measures.map(
  (measure) => `CAST(sum(${measure}) AS REAL) / count(${measure}) AS ${measure}`,
);
const beatPoints = `SELECT at / ${fineMs} * ${fineMs} AS at, ${means.join(', ')},
    min(total) AS fastest, max(total) AS slowest
  FROM beats WHERE slot IN (SELECT value FROM json_each(?)) AND service = ?
  GROUP BY 1 ORDER BY 1`;

/** Queries by slot, which comes first in the primary key. */
function readBeats(db: Database, { service, nowUtcMs }: Question): Point[] {
  const newest = Math.floor(nowUtcMs / slotMs);
  const count = dayMs / slotMs;
  const slots = Array.from({ length: count + 1 }, (_, index) => newest - count + index);
  return pointsOf(db, beatPoints, [JSON.stringify(slots), service]);
}

const storedMeans = measures.map(
  (measure) => `CAST(${measure}_sum AS REAL) / ${measure}_count AS ${measure}`,
);
const storedColumns = `start AS at, ${storedMeans.join(', ')}, total_min AS fastest, total_max AS slowest`;
const hourPoints = `SELECT ${storedColumns} FROM hours WHERE start >= ?1 AND service = ?2 ORDER BY start`;
const dayPoints = `SELECT ${storedColumns} FROM days WHERE start >= ?1 AND service = ?2 ORDER BY start`;

function pointsOf(db: Database, sql: string, params: readonly SqlValue[]): Point[] {
  return db.all(sql, params).map((row) => ({
    atUtcMs: numberAt(row, 'at'),
    means: Object.fromEntries(
      measures.flatMap((measure) => {
        const ms = millisAt(row, measure);
        return ms === undefined ? [] : [[measure, ms]];
      }),
    ),
    ...defined({ fastest: millisAt(row, 'fastest'), slowest: millisAt(row, 'slowest') }),
  }));
}

/** Tables hold microseconds; the measurements are accurate to 0.1 ms at best. */
function millisAt(row: Row, column: string): number | undefined {
  const micros = maybeNumberAt(row, column);
  return micros === undefined ? undefined : Math.round(micros / 100) / 10;
}
