/** The calls under way and the next one, as lines of Today. Pure. */
import type { Meeting } from '../calendar/meeting.ts';
import type { Snapshot } from '../snapshot.ts';
import { quote } from '../text/quote.ts';
import { overUtcMs } from '../time/open-end.ts';
import { meetingSentence } from '../wording/calendar.ts';
import type { TodayLine, TodayText, TodayWords } from './line.ts';

/** Closer, it is said in minutes; a time of the day is easier to plan with further ahead. */
const countdownMs = 60 * 60_000;

/** One under way does not hide the next, nor one of two that begin at the same time the other. */
export function callLines(
  words: TodayWords,
  { meetings }: Snapshot,
  nowUtcMs: number,
): readonly TodayLine[] | 'unknown' {
  if (!meetings) return 'unknown';
  const underWay = meetings.filter(
    (one) => one.startUtcMs <= nowUtcMs && nowUtcMs < overUtcMs(one),
  );
  const coming = meetings.filter(({ startUtcMs }) => startUtcMs > nowUtcMs);
  const nextUtcMs = Math.min(...coming.map(({ startUtcMs }) => startUtcMs));
  const next = coming.filter(({ startUtcMs }) => startUtcMs === nextUtcMs);
  return [...underWay, ...next].map((meeting) => lineOf(words, meeting, nowUtcMs));
}

function lineOf(words: TodayWords, meeting: Meeting, nowUtcMs: number): TodayLine {
  const { id, title, startUtcMs, join } = meeting;
  return {
    kind: 'call',
    id,
    about: title,
    say: () => said(words, meeting, nowUtcMs),
    atUtcMs: startUtcMs,
    ...(join ? { joins: { meetingId: id, place: join.name } } : {}),
  };
}

function said({ t, times }: TodayWords, meeting: Meeting, nowUtcMs: number): TodayText {
  const { title, startUtcMs, endUtcMs, join } = meeting;
  const from = times.clock(startUtcMs, nowUtcMs);
  // Names the day only if it differs from the start.
  const until = times.clock(endUtcMs, Math.max(startUtcMs, nowUtcMs));
  const isFar = startUtcMs - nowUtcMs > countdownMs;
  return {
    sentence: isFar
      ? t('today.call.at', { title: quote(title), time: from })
      : meetingSentence(t, times, meeting, nowUtcMs),
    more: [
      endUtcMs > startUtcMs ? t('status.plan.next', { from, until }) : from,
      ...(join ? [join.name] : []),
    ],
  };
}
