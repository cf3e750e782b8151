/** Findings about backups, and why a source cannot be read, in words. Pure; all instants are ms UTC. */
import type { SourceProblem } from '../backups/reading.ts';
import type { Finding } from '../backups/view.ts';
import type { Times } from '../i18n/times.ts';
import type { Params, Translate } from '../i18n/translator.ts';

/** Ages are as of `nowUtcMs`; calendar days stay in the source's zone. */
export function findingSentence(
  t: Translate,
  times: Times,
  { code, params }: Finding,
  nowUtcMs: number,
): string {
  return t(`backups.finding.${code}`, { ...params, ...readable(t, times, params, nowUtcMs) });
}

/** Includes the place in the answer, if the problem has one. */
export function problemSentence(
  t: Translate,
  { code, path = '$', expected = '', status = 0 }: SourceProblem,
): string {
  return t(`backups.problem.${code}`, { path, expected, status });
}

/** `1.2 GB`: decimal units, as disks are sold and operators count. */
export function sizeText(t: Translate, bytes: number): string {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const amount = Number((bytes / 1000 ** power).toPrecision(3));
  return t(`backups.bytes.${power as 0 | 1 | 2 | 3 | 4}`, { amount });
}

/** Formats values: instants as times with their age, bytes as sizes. */
function readable(t: Translate, times: Times, params: Params, nowUtcMs: number): Params {
  const read = (key: string) => {
    const value = params[key];
    return typeof value === 'number' ? value : undefined;
  };
  const at = ['atUtcMs', 'lastUtcMs', 'fromUtcMs', 'readAtUtcMs'].map(read).find(Number.isFinite);
  const first = read('firstUtcMs');
  // Overdue since the first run that is missing, where that is known.
  const due = first ?? read('dueUtcMs');
  const [size, usual] = [read('sizeBytes'), read('usualBytes')];
  const maxAgeS = read('maxAgeS');
  return {
    error: params['error'] ?? 'none',
    // Absent if they are none, or cannot be counted.
    missed: params['missed'] ?? 0,
    failed: params['failed'] ?? 0,
    ...(at === undefined ? ageless(times, params['day'], nowUtcMs) : agedAt(times, at, nowUtcMs)),
    ...(due === undefined ? {} : { due: times.clock(due, nowUtcMs) }),
    ...(first === undefined ? {} : { first: times.clock(first, nowUtcMs) }),
    ...(size === undefined ? {} : { size: sizeText(t, size) }),
    ...(usual === undefined ? {} : { usual: sizeText(t, usual) }),
    ...(maxAgeS === undefined ? {} : { hours: Number((maxAgeS / 3600).toFixed(1)) }),
  };
}

function agedAt(times: Times, atUtcMs: number, nowUtcMs: number): Params {
  const time = times.clock(atUtcMs, nowUtcMs);
  const age = times.span(nowUtcMs - atUtcMs);
  return { time, last: time, date: times.date(atUtcMs), age };
}

/** For a value with only a calendar day; with its year unless that is the current one. */
function ageless(times: Times, named: Params[string] | undefined, nowUtcMs: number): Params {
  const day = typeof named === 'string' ? named : '';
  const text = day === '' ? '' : times.calendarDate(day, nowUtcMs);
  return { day: text, time: text, last: text, age: 'none' };
}
