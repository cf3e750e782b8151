/** The reader of calendars against hostile texts: no crash, no step that holds the app, and nothing that is not so. */
import * as fc from 'fast-check';
import { calendarLimits } from '../../shared/calendar/limits.ts';
import type { Occurrences } from '../../shared/calendar/occurrences.ts';
import { occurrencesOf } from '../../shared/calendar/occurrences.ts';
import type { CalendarReading } from '../../shared/calendar/read.ts';
import { readCalendar } from '../../shared/calendar/read.ts';
import type { Steps } from '../../shared/steps.ts';
import { calendarInputs } from './calendar-inputs.ts';
import type { FuzzOptions } from './feeds.ts';
import { largeCalendars } from './large-calendars.ts';
import { processorMs } from '../processor-time.ts';

/** Most CPU time for one step, in ms, the best of some tries: garbage collection counts too. */
const limitMs = 50;
const tries = 5;
/** Most steps of one input: the limits end it. */
const stepsLimit = 100_000;
/** Memory that all inputs may leave behind, in bytes. */
const leftBytes = 64 * 1024 * 1024;

const range = { fromUtcMs: Date.UTC(2026, 9, 25), toUtcMs: Date.UTC(2027, 10, 24) };
const member = { zone: 'America/Toronto', addresses: ['el@coop.example'] };

/** Returns the number of kinds that failed. */
export function fuzzCalendar({ runs, seed, log }: FuzzOptions): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const details = fc.check(fc.property(calendarInputs, check), { numRuns: runs, seed });
  log(`calendar: ${details.numRuns} inputs, ${details.failed ? 1 : 0} failures`);
  if (details.failed)
    log(`${fc.defaultReportMessage(details) ?? ''}\n${String(details.errorInstance)}`);
  const large = Object.entries(largeCalendars).filter(([name, text]) => !isWell(name, text(), log));
  log(`large calendars: ${Object.keys(largeCalendars).length}, ${large.length} failures`);
  globalThis.gc?.();
  const left = process.memoryUsage().heapUsed - before;
  const isBounded = globalThis.gc === undefined || left < leftBytes;
  if (!isBounded) log(`${Math.round(left / 1024 / 1024)} MiB were left in memory`);
  return (details.failed ? 1 : 0) + large.length + (isBounded ? 0 : 1);
}

function isWell(name: string, text: string, log: (line: string) => void): boolean {
  try {
    check(text);
    return true;
  } catch (error) {
    log(`${name}: ${String(error)}`);
    return false;
  }
}

function check(text: string): void {
  const { value: read } = inTime(() => readCalendar(text));
  if (!read.ok) return;
  const { value } = inTime(() => occurrencesOf(read.calendar, range, member));
  holds(read, value);
}

function holds(read: CalendarReading, { occurrences, faults }: Occurrences): void {
  const wrong = occurrences.find(
    (one, at) =>
      one.startUtcMs < (occurrences[at - 1]?.startUtcMs ?? -Infinity) ||
      one.startUtcMs >= range.toUtcMs ||
      one.endUtcMs < one.startUtcMs ||
      (one.endUtcMs <= range.fromUtcMs && one.startUtcMs < range.fromUtcMs) ||
      // oxlint-disable-next-line no-control-regex
      /[\u0000-\u001f\u202e]/.test(`${one.title}${one.location ?? ''}`) ||
      one.joins.some(({ url }) => !/^https:\/\/[^\s@/]+/i.test(url)),
  );
  if (wrong) throw new Error(`this is not so: ${JSON.stringify(wrong)}`);
  if (occurrences.length > calendarLimits.occurrences) throw new Error('too many');
  if (new Set(occurrences.map((one) => one.id)).size < occurrences.length)
    throw new Error('two have one id');
  const all = [...faults, ...(read.ok ? read.calendar.faults : [])];
  if (all.some(({ count, example }) => count === 0 || (example ?? '').length > 200))
    throw new Error('a fault that is none');
}

/** Runs all steps, none of which may take long. */
export function inTime<T>(begin: () => Steps<T>): Readonly<{ value: T; steps: number }> {
  for (let left = tries; ; left -= 1) {
    const { value, steps, longestMs } = timed(begin());
    if (longestMs <= limitMs) return { value, steps };
    if (left <= 1) throw new Error(`a step took ${Math.round(longestMs)} ms`);
  }
}

function timed<T>(steps: Steps<T>) {
  let longestMs = 0;
  for (let count = 1; ; count += 1) {
    const begunMs = processorMs();
    const step = steps.next();
    longestMs = Math.max(longestMs, processorMs() - begunMs);
    if (step.done) return { value: step.value, steps: count, longestMs };
    if (count > stepsLimit) throw new Error('it does not end');
  }
}
