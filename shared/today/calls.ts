/** The calls under way and the next one, as lines of Today. Pure. */
import type { Meeting } from '../calendar/meeting.ts';
import type { Snapshot } from '../snapshot.ts';
import type { TodayText, TodayLine, TodayWords } from './line.ts';

const minuteMs = 60_000;
/** Closer, it is said in minutes; a time of the day is easier to plan with further ahead. */
const countdownMs = 60 * minuteMs;
/** How long a meeting without an end is taken to last. */
const openEndMs = 30 * minuteMs;

/** One under way does not hide the next, nor one of two that begin at the same time the other. */
export function callLines(
  words: TodayWords,
  { meetings = [] }: Snapshot,
  nowUtcMs: number,
): readonly TodayLine[] {
  const underWay = meetings.filter((one) => one.startUtcMs <= nowUtcMs && nowUtcMs < endOf(one));
  const coming = meetings.filter(({ startUtcMs }) => startUtcMs > nowUtcMs);
  const nextUtcMs = Math.min(...coming.map(({ startUtcMs }) => startUtcMs));
  const next = coming.filter(({ startUtcMs }) => startUtcMs === nextUtcMs);
  return [...underWay, ...next].map((meeting) => lineOf(words, meeting, nowUtcMs));
}

function endOf({ startUtcMs, endUtcMs }: Meeting): number {
  return endUtcMs > startUtcMs ? endUtcMs : startUtcMs + openEndMs;
}

function lineOf(words: TodayWords, meeting: Meeting, nowUtcMs: number): TodayLine {
  const { id, title, startUtcMs } = meeting;
  return {
    kind: 'call',
    id,
    about: title,
    say: () => said(words, meeting, nowUtcMs),
    atUtcMs: startUtcMs,
  };
}

function said(words: TodayWords, meeting: Meeting, nowUtcMs: number): TodayText {
  const { t, times } = words;
  const { startUtcMs, endUtcMs, join } = meeting;
  const from = times.clock(startUtcMs, nowUtcMs);
  // Names the day only if it differs from the start.
  const until = times.clock(endUtcMs, Math.max(startUtcMs, nowUtcMs));
  return {
    sentence: sentenceOf(words, meeting, nowUtcMs),
    more: [
      endUtcMs > startUtcMs ? t('status.plan.next', { from, until }) : from,
      ...(join ? [t('today.call.in', { room: join.name })] : []),
    ],
  };
}

function sentenceOf(
  { t, times }: TodayWords,
  { title, startUtcMs }: Meeting,
  nowUtcMs: number,
): string {
  const time = times.clock(startUtcMs, nowUtcMs);
  const leftMs = startUtcMs - nowUtcMs;
  if (leftMs <= 0) return t('today.call.now', { title, time });
  if (leftMs > countdownMs) return t('today.call.at', { title, time });
  // Rounded up: nobody has “0 min” left.
  const span = times.span(Math.ceil(leftMs / minuteMs) * minuteMs);
  return t('today.call.soon', { title, span });
}
