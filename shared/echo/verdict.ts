/** Is it me, the network or the server? Judges a test's figures; explained in docs/echo-test.md. Pure. */
import { defined } from '../defined.ts';
import type { Failure } from './failure.ts';
import { failureVerdict } from './failure-blame.ts';
import { blameRatio, limits, mosBands } from './limits.ts';
import type { Measurement } from './measurement.ts';
import { mosOf } from './mos.ts';
import { isBusy, ownFault } from './own-fault.ts';
import type { MySide } from './local-checks.ts';
import type { Suspect } from './attribution.ts';
import type { Side } from './steadiness.ts';
import { serverSpreadMs } from './steadiness.ts';
import { costsOf, missingOf, serverMsOf, silentShare, suspectsOf } from './attribution.ts';
import type { Quality, Verdict } from './verdict-view.ts';

type Attribution = Pick<Verdict, 'blame' | 'decidedBy' | 'against'>;

/** `nobody` requires a measured, good quality; without enough figures it is `cannot-tell`. */
export function verdictOf(measurement: Measurement, mySide?: MySide, failure?: Failure): Verdict {
  const mos = measurementMos(measurement);
  const serverMs = serverMsOf(measurement);
  const figures = {
    ...defined({ mos, serverMs }),
  };
  const failed = failure && failureVerdict(failure, measurement);
  if (failed) return { ...figures, ...failed };
  const bad = suspectsOf(measurement).filter((one) => one.times >= 1);
  const quality = worst([
    mos === undefined ? undefined : qualityOfMos(mos),
    qualityOfSilence(measurement),
    mos !== undefined && bad.length > 0 ? 'fair' : undefined,
  ]);
  return {
    ...figures,
    ...(quality === undefined ? {} : { quality }),
    ...attribution(measurement, mySide, quality, bad),
  };
}

/** Half-open bands over all numbers; undefined for NaN. */
export function qualityOfMos(mos: number): Quality | undefined {
  if (Number.isNaN(mos)) return undefined;
  if (mos >= mosBands.excellent) return 'excellent';
  if (mos >= mosBands.good) return 'good';
  return mos >= mosBands.fair ? 'fair' : 'poor';
}

/**
 * The MOS of a test. Uses the worse jitter of the two directions, since a conversation has both; or the server's
 * spread, if larger.
 */
function measurementMos(measurement: Measurement): number | undefined {
  const { echo, jitterUpMs, jitterDownMs, lossUp, lossDown } = measurement;
  return mosOf({
    echoMs: echo?.ms?.median,
    jitterMs:
      jitterUpMs &&
      jitterDownMs &&
      Math.max(jitterUpMs.median, jitterDownMs.median, serverSpreadMs(measurement) ?? 0),
    lossUp: lossUp?.share,
    lossDown: lossDown?.share,
    missing: missingOf(measurement),
  });
}

/** Only lowers the quality: chirps that come back do not make a good call. */
function qualityOfSilence({ echo }: Measurement): Quality | undefined {
  const missing = silentShare(echo);
  if (missing === undefined || missing <= 1 - limits.returnedPoor) return undefined;
  return missing === 1 ? 'failed' : 'poor';
}

const order = ['excellent', 'good', 'fair', 'poor', 'failed'] as const;

function worst(found: readonly (Quality | undefined)[]): Quality | undefined {
  return order.findLast((one) => found.includes(one));
}

function attribution(
  measurement: Measurement,
  mySide: MySide | undefined,
  quality: Quality | undefined,
  bad: readonly Suspect[],
): Attribution {
  if (bad.length === 0) {
    if (quality === undefined) return { blame: 'cannot-tell' };
    if (quality === 'excellent' || quality === 'good') return { blame: 'nobody' };
  }
  // Many small parts can add up to poor quality: then consider all of them.
  const suspects = bad.length > 0 ? bad : suspectsOf(measurement);
  return withMySide(blamed(measurement, suspects), measurement, mySide);
}

/** The side that clearly costs the call most; otherwise no side is blamed and both figures are shown. */
function blamed(measurement: Measurement, suspects: readonly Suspect[]): Attribution {
  const costs = costsOf(measurement);
  const sides = [...new Set(suspects.map((one) => one.side))].sort((a, b) => costs[b] - costs[a]);
  const [first, second] = sides;
  if (first === undefined) return { blame: 'cannot-tell' };
  const decidedBy = worstOf(suspects, first);
  if (second === undefined || costs[first] >= blameRatio * costs[second]) {
    return { blame: first, decidedBy };
  }
  return { blame: 'cannot-tell', decidedBy, against: worstOf(suspects, second) };
}

function worstOf(suspects: readonly Suspect[], side: Side): Verdict['decidedBy'] {
  return suspects.filter((one) => one.side === side).toSorted((a, b) => b.times - a.times)[0]
    ?.decided;
}

/**
 * A bad home network looks like a bad network; a busy machine looks like both, and hides whether the server is slow.
 */
function withMySide(
  found: Attribution,
  measurement: Measurement,
  mySide: MySide | undefined,
): Attribution {
  if (!mySide) return found;
  const busy = isBusy(mySide);
  if (found.blame === 'network') {
    const decidedBy = ownFault(found.decidedBy, measurement, mySide) ?? busy;
    return decidedBy ? { blame: 'you', decidedBy } : found;
  }
  return found.blame === 'server' && busy
    ? { blame: 'cannot-tell', decidedBy: found.decidedBy, against: busy }
    : found;
}
