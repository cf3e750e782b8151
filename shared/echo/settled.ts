/**
 * Whether a test can end before its time, because its verdict can no longer change, or only with the small chance that
 * docs/decisions/0042-a-clear-case-ends-early.md states. Pure.
 */
import type { Run } from './figures.ts';
import { figuresOf, seriesOf } from './figures.ts';
import { limits } from './limits.ts';
import type { MySide } from './local-checks.ts';
import type { Measurement } from './measurement.ts';
import type { Move, Whole } from './moves.ts';
import { movesOf, wholeOf } from './moves.ts';
import type { Stage } from './reach.ts';
import { verdictOf } from './verdict.ts';
import type { Blame } from './verdict-view.ts';

/**
 * The first look, in s; others follow each second. The eighth chirp, sent at 7 s, is back by then unless its way is very
 * long; fewer say too little about their median.
 */
export const firstLookS = 7.75;

/** A gap of half the limit is a warning of longer ones: then only the whole time will do. In ms. */
const evenGapMs = limits.gapMs / 2;

/** That all figures move at once, and the same way, is far less likely than that one does. */
const allAtOnce = 0.5;

/** The side that is certain to be named in the end; undefined if that is still open. */
export function settledBlame(run: Run, stage: Stage): Blame | undefined {
  const series = seriesOf(run);
  const now = wholeOf({ ...figuresOf(series), samples: [] });
  if (!now || !isEven(now)) return undefined;
  const moves = movesOf(series, now, stage);
  if (moves.some(spansItsLimit)) return undefined;
  const answer = answerOf(now);
  if (variants(now, moves).some((one) => answerOf(one) !== answer)) return undefined;
  return verdictOf(now).blame;
}

/** A member reads “excellent” and “good” as the same answer. */
function answerOf(measurement: Measurement): string {
  const { blame, quality } = verdictOf(measurement);
  return `${blame} ${quality === 'excellent' ? 'good' : quality}`;
}

/** Every chirp came back, and nothing has frozen so far. */
function isEven({ echo }: Whole): boolean {
  return echo.returned >= echo.sent && echo.sound.longestGapMs < evenGapMs;
}

function spansItsLimit({ reach, limit }: Move): boolean {
  return limit !== undefined && reach.low < limit && reach.high >= limit;
}

/** Each figure alone at either end of its reach; then all of them half-way there, and one side against the other. */
function variants(now: Whole, moves: readonly Move[]): readonly Whole[] {
  const alone = moves.flatMap((move) => [moved(now, move, 'low', 1), moved(now, move, 'high', 1)]);
  const together = (['network', 'server', 'both', 'none'] as const).map((worse) =>
    moves.reduce((one, move) => {
      const isWorse = worse === 'both' || move.side === worse;
      return moved(one, move, isWorse ? 'high' : 'low', allAtOnce);
    }, now),
  );
  return [...alone, ...together];
}

function moved(
  measurement: Whole,
  { now, reach, put }: Move,
  end: 'low' | 'high',
  way: number,
): Whole {
  return put(measurement, now + way * (reach[end] - now));
}

/**
 * Whether the figures of the member's own machine are clear as well: they can turn a verdict on the network or the
 * server into another. `roundTripMs`: of media, which the router's is compared with.
 */
export function isMySideSettled(
  { processor, stallMs, gatewayMs, gatewayLost }: MySide,
  roundTripMs: number | undefined,
): boolean {
  const isAway = (value: number | undefined, limit: number, margin: number) =>
    value === undefined || value < limit * (1 - margin) || value >= limit * (1 + margin);
  return (
    isAway(processor, limits.processor, 0.1) &&
    // The worst stall can only become worse.
    (stallMs === undefined || stallMs < limits.stallMs / 2 || stallMs >= limits.stallMs) &&
    isAway(gatewayMs?.median, limits.gatewayMs, 0.5) &&
    isAway(gatewayMs?.median, limits.gatewayShare * (roundTripMs ?? Infinity), 0.5) &&
    // One lost ping of ten may be chance.
    (gatewayLost === undefined || gatewayLost === 0 || gatewayLost >= 4 * limits.gatewayLost)
  );
}
