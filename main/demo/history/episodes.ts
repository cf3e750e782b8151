/** What happened to a service in the canned history: outages, slow hours and planned work. Pure. */
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Trouble } from '../../../shared/history/kinds.ts';
import type { Span } from '../../../shared/history/watch.ts';
import type { Reason } from '../../../shared/observation/observation.ts';

/** Times are on the member's clock, so that work at night is at night everywhere. */
export type Episode = Readonly<{
  serviceId: string;
  kind: Trouble;
  /** 0 is today. */
  daysAgo: number;
  /** From midnight: 14.5 is half past two in the afternoon. */
  atHour: number;
  minutes: number;
  reason?: Reason;
}>;

const minuteMs = 60_000;

/** The watched spans of one service until now, oldest first: up, unless an episode says otherwise. */
export function spansOf(
  episodes: readonly Episode[],
  fromUtcMs: number,
  { calendar, nowUtcMs }: Readonly<{ calendar: Calendar; nowUtcMs: number }>,
): readonly Span[] {
  const spans: Span[] = [];
  let doneUtcMs = fromUtcMs;
  const until = (toUtcMs: number, span: Pick<Span, 'kind' | 'reason'>) => {
    if (toUtcMs > doneUtcMs) spans.push({ ...span, fromUtcMs: doneUtcMs, toUtcMs });
    doneUtcMs = Math.max(doneUtcMs, toUtcMs);
  };
  for (const { kind, reason, ...when } of episodes.toSorted((a, b) => begins(a) - begins(b))) {
    const day = calendar.dayStart(nowUtcMs - when.daysAgo * dayMs);
    const startUtcMs = day + when.atHour * hourMs;
    const endUtcMs = startUtcMs + when.minutes * minuteMs;
    // What would reach into the future has not happened yet.
    if (startUtcMs < fromUtcMs || endUtcMs >= nowUtcMs) continue;
    until(startUtcMs, { kind: 'up' });
    until(endUtcMs, { kind, ...(reason ? { reason } : {}) });
  }
  until(nowUtcMs, { kind: 'up' });
  return spans;
}

function begins({ daysAgo, atHour }: Episode): number {
  return atHour - 24 * daysAgo;
}

/** The spans without a time in which nobody watched. */
export function without(
  spans: readonly Span[],
  gap: Readonly<{ fromUtcMs: number; toUtcMs: number }>,
): readonly Span[] {
  return spans.flatMap((span) => {
    const before = { ...span, toUtcMs: Math.min(span.toUtcMs, gap.fromUtcMs) };
    const after = { ...span, fromUtcMs: Math.max(span.fromUtcMs, gap.toUtcMs) };
    return [before, after].filter((one) => one.toUtcMs > one.fromUtcMs);
  });
}
