/** Compares what was set at the stand-in, what it did, and what the app measured. */
import type { Result } from '../../../shared/echo/state.ts';
import { shareMissing } from '../../../shared/echo/gaps.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { Bbb } from '../../servers/bbb/index.ts';
import type { Passage } from '../../servers/bbb/tally.ts';
import { round } from '../measure.ts';
import type { Condition } from './conditions.ts';

export type Comparison = ReturnType<typeof compare>;

/**
 * The expected round trip is how long the stand-in's network really held media packets both ways: with jitter the knobs
 * alone do not say it. Bursty loss is what was really dropped; even loss and the server's delay are as set. A set value
 * without a measurement is an infinite error.
 */
export function compare(
  { knobs, blame, route }: Condition,
  result: Result,
  passages: ReturnType<Bbb['passages']>,
  verdictS: number,
) {
  const { roundTripMs, jitterUpMs, jitterDownMs, lossUp, lossDown, connection } =
    result.measurement;
  const { serverMs, blame: blamed } = result.verdict;
  const bursts = (knobs.network?.lossBurst ?? 1) > 1;
  const lossOf = (rate: number | undefined, { passed, dropped }: Passage) =>
    bursts ? dropped / Math.max(1, passed + dropped) : (rate ?? 0);
  const lostDown = lossOf(knobs.network?.lossDown, passages.down);
  const expected = typeof blame === 'string' ? blame : blame(lostDown);
  const isSteady = !knobs.echo?.jitterMs && !knobs.echo?.driftMs && !knobs.echo?.freezeMs;
  const { sound, restMs, restChangeMs } = result.measurement.echo ?? {};
  const asked = {
    roundTripMs: (passages.up.delayMs?.median ?? NaN) + (passages.down.delayMs?.median ?? NaN),
    lossUp: lossOf(knobs.network?.lossUp, passages.up),
    lossDown: lostDown,
    serverMs: isSteady ? (knobs.echo?.delayMs ?? 0) : undefined,
    blame: expected,
    route,
  };
  const measured = {
    roundTripMs: roundTripMs?.median,
    lossUp: lossUp?.share,
    lossDown: lossDown?.share,
    serverMs,
    blame: blamed,
    route: connection?.route ?? 'none',
    quality: result.verdict.quality,
    decidedBy: result.verdict.decidedBy?.figure,
    /** Blame without the machine's own figures: a busy one would be blamed itself, or leave the cause open. */
    blameWithoutMySide: verdictOf(result.measurement, undefined, result.failure).blame,
    against: result.verdict.against?.figure,
    missing: sound && round(shareMissing(sound), 4),
    longestGapMs: sound && round(sound.longestGapMs),
    jitterUpMs: jitterUpMs && round(jitterUpMs.median),
    jitterDownMs: jitterDownMs && round(jitterDownMs.median),
    tripMs:
      roundTripMs && [roundTripMs.min, roundTripMs.median, roundTripMs.p95].map((ms) => round(ms)),
    gapHeldMs: sound?.longestGapHeldMs && round(sound.longestGapHeldMs),
    unsentMs: sound?.unsentMs && round(sound.unsentMs),
    spreadMs: restMs && round(restMs.p95 - restMs.median),
    changeMs: restChangeMs === undefined ? undefined : round(restChangeMs),
  };
  const errors =
    route === 'none'
      ? undefined
      : {
          roundTripMs: error(asked.roundTripMs, measured.roundTripMs),
          lossUpPp: 100 * error(asked.lossUp, measured.lossUp),
          lossDownPp: 100 * error(asked.lossDown, measured.lossDown),
          // A varying delay has no defined median to compare with.
          ...(asked.serverMs === undefined
            ? {}
            : { echoMs: error(asked.serverMs, measured.serverMs) }),
        };
  return {
    knobs,
    asked,
    measured,
    ...(errors ? { errors } : {}),
    isRight: measured.blame === expected && measured.route === route,
    verdictS: round(verdictS, 1),
    measuredS: result.measurement.measuredS,
    endedEarly: result.measurement.endedEarly === true,
    ...(result.failure ? { failure: result.failure.code } : {}),
  };
}

function error(asked: number, measured: number | undefined): number {
  return measured === undefined ? Infinity : round(Math.abs(measured - asked), 4);
}
