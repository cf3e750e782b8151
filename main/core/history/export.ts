/** Exports the history for other programs: hours as far back as they are stored, and days before that. */
import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Cell } from '../../../shared/text/csv.ts';
import { csvLine } from '../../../shared/text/csv.ts';
import { uptimeOf } from '../../../shared/history/figures.ts';
import { kinds, measures } from '../../../shared/history/kinds.ts';
import type { ExportFormat } from '../../../shared/history/view.ts';
import type { Database } from '../../platform/sqlite.ts';
import type { Row } from '../../platform/sqlite-row.ts';
import { maybeNumberAt, numberAt, textAt } from '../../platform/sqlite-row.ts';
import { incidentsOf, timeOf } from './read.ts';
import { timeColumns } from './schema.ts';

export type ExportedService = Readonly<{ serviceId: string; key: number; index: number }>;

const columns = [
  ...timeColumns,
  ...measures.map((one) => `CAST(${one}_sum AS REAL) / ${one}_count / 1000 AS ${one}`),
  'total_count AS checks',
  'total_min / 1000.0 AS fastest',
  'total_max / 1000.0 AS slowest',
].join(', ');

const periods = `
  SELECT 'day' AS period, start, ${columns} FROM days
    WHERE service = ?1 AND start < ?2
  UNION ALL SELECT 'hour' AS period, start, ${columns} FROM hours WHERE service = ?1
  ORDER BY start`;

const head = [
  'service',
  'period',
  'start',
  ...kinds.map((kind) => `${kind}_s`),
  'uptime',
  'checks',
  ...measures.map((measure) => `${measure}_ms`),
  'fastest_ms',
  'slowest_ms',
];

/** `date`: the member's day. */
export function exportName(
  format: ExportFormat,
  serviceId: string | undefined,
  date: string,
): string {
  return `${serviceId ?? 'coop-tray'}-history-${date}.${format}`;
}

export function exportHead(
  format: ExportFormat,
  about: Readonly<{ coop: string; atUtcMs: number }>,
): string {
  if (format === 'csv') return csvLine(head);
  const { coop, atUtcMs } = about;
  const frame = JSON.stringify({ format: 'coop-tray-history', version: 1, coop, at: iso(atUtcMs) });
  return `${frame.slice(0, -1)},"services":[`;
}

export function exportFoot(format: ExportFormat): string {
  return format === 'csv' ? '' : ']}\n';
}

export function exportService(
  format: ExportFormat,
  db: Database,
  calendar: Pick<Calendar, 'dayStart'>,
  one: ExportedService,
): string {
  const { serviceId, key, index } = one;
  const [hours] = db.all('SELECT min(start) AS first FROM hours WHERE service = ?', [key]);
  const firstHour = hours && maybeNumberAt(hours, 'first');
  const daysBefore = calendar.dayStart(firstHour ?? Date.UTC(9999, 0));
  const rows = db.all(periods, [key, daysBefore]).map(periodOf);
  if (format === 'csv') return rows.map((row) => csvLine([serviceId, ...cellsOf(row)])).join('');
  const service = { id: serviceId, periods: rows, incidents: incidentsOf(db, key).map(plain) };
  return `${index > 0 ? ',' : ''}\n${JSON.stringify(service)}`;
}

type Period = ReturnType<typeof periodOf>;

/** Times in s, measurements in ms; absent if not measured. */
function periodOf(row: Row) {
  const times = timeOf(row);
  return {
    period: textAt(row, 'period'),
    start: iso(numberAt(row, 'start')),
    seconds: Object.fromEntries(kinds.map((kind) => [kind, Math.round(times[kind] / 1000)])),
    uptime: rounded(uptimeOf(times), 6),
    checks: maybeNumberAt(row, 'checks'),
    ms: Object.fromEntries(
      measures.map((measure) => [measure, rounded(maybeNumberAt(row, measure), 1)]),
    ),
    fastestMs: rounded(maybeNumberAt(row, 'fastest'), 1),
    slowestMs: rounded(maybeNumberAt(row, 'slowest'), 1),
  };
}

function cellsOf(row: Period): readonly Cell[] {
  return [
    row.period,
    row.start,
    ...kinds.map((kind) => row.seconds[kind]),
    row.uptime,
    row.checks,
    ...measures.map((measure) => row.ms[measure]),
    row.fastestMs,
    row.slowestMs,
  ];
}

function plain(incident: ReturnType<typeof incidentsOf>[number]) {
  const { fromUtcMs, toUtcMs, ...rest } = incident;
  return { ...rest, from: iso(fromUtcMs), to: iso(toUtcMs) };
}

function rounded(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits));
}

function iso(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString();
}
