/** Whose it is when sound was missing, stopped or wandered: what the line did meanwhile tells. Pure. */
import { packetMs, shareMissing } from './gaps.ts';
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import type { Spread } from './distribution.ts';

export type Side = 'network' | 'server' | 'cannot-tell';

/** Fewer round trips than this do not show that a line is steady. */
const tripsNeeded = 4;
/** A line that stood still lets a question wait for at least so much of the gap: it is asked every 400 ms. */
const heldShare = 0.25;
/** What we send arrives about as unevenly as what we receive, when a line is uneven both ways. */
const evenShare = 0.7;
/** More than this share does not come too late on an uneven line for long: the jitter buffer grows. */
const lateAtMost = 0.05;
/** Loss explains as much missing sound and this share more: what comes just too late is lost as well. */
const lossExplains = 1.35;

/** The share lost on both ways together; undefined unless both were measured. */
export function lossBothOf({ lossUp, lossDown }: Measurement): number | undefined {
  return lossUp && lossDown ? 1 - (1 - lossUp.share) * (1 - lossDown.share) : undefined;
}

/**
 * Packets that reach us unevenly come so from the server when the line is steady both ways: what we send arrives evenly, and
 * round trips, which take the same line, hardly differ. One that took long says nothing of the others.
 */
export function jitterDownSide(measurement: Measurement): Side {
  const { jitterUpMs, jitterDownMs, roundTripMs } = measurement;
  const downMs = jitterDownMs?.median;
  if (downMs === undefined || !jitterUpMs || !roundTripMs || roundTripMs.count < tripsNeeded) {
    return 'network';
  }
  const usualMs = roundTripMs.median - roundTripMs.min;
  const isSteady = jitterUpMs.median < evenShare * downMs && usualMs < downMs / 2;
  return isSteady ? 'server' : 'network';
}

/** The share of sound that was missing and that lost packets do not explain. */
export function unexplainedShare(measurement: Measurement): number | undefined {
  const sound = measurement.echo?.sound;
  if (!sound) return undefined;
  const loss = lossBothOf(measurement) ?? 0;
  const missing = shareMissing(sound) - (sound.unsentMs ?? 0) / sound.heardMs;
  return missing <= lossExplains * loss ? 0 : Math.max(0, missing - loss);
}

/** Who let it go missing. */
export function missingSide(measurement: Measurement): Side {
  if (lossBothOf(measurement) === undefined) return 'cannot-tell';
  const { echo, jitterUpMs, jitterDownMs } = measurement;
  const sound = echo?.sound;
  // What never left says nothing of whoever would have given it back.
  if (sound?.unsentMs !== undefined && sound.unsentMs > sound.missingMs / 2) return 'cannot-tell';
  const upMs = jitterUpMs?.median ?? 0;
  const isUneven = Math.max(upMs, jitterDownMs?.median ?? 0) >= limits.jitterMs;
  // What comes too late is lost to the ear.
  if (isUneven && (unexplainedShare(measurement) ?? 0) < lateAtMost) {
    return upMs >= limits.jitterMs ? 'network' : jitterDownSide(measurement);
  }
  return gapSide(measurement) ?? 'server';
}

/** Who made the longest gap; undefined when there was none to speak of. */
export function gapSide({ echo, lossUp, lossDown }: Measurement): Side | undefined {
  const sound = echo?.sound;
  if (!sound || sound.longestGapMs < limits.gapMs) return undefined;
  const { longestGapMs, longestGapLostMs = 0, longestGapUnsentMs = 0, longestGapHeldMs } = sound;
  const lostMs = longestGapLostMs + (lossUp?.lost ?? 0) * packetMs;
  if (lostMs >= longestGapMs / 2) return 'network';
  if (longestGapUnsentMs >= longestGapMs / 2) return 'cannot-tell';
  // Only a line that was watched meanwhile can be cleared.
  if (!lossUp || !lossDown || longestGapHeldMs === undefined) return 'cannot-tell';
  return longestGapHeldMs >= heldShare * longestGapMs ? 'network' : 'server';
}

/**
 * How far the server's part wanders in ms, beyond what the line itself does. Undefined when it was not measured: where sound
 * was missing, the browser stretches what is left of it, and chirps beside a gap are no measure.
 */
export function serverSpreadMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.restMs || !roundTripMs || gapSide(measurement) !== undefined) return undefined;
  if (echo.sound && shareMissing(echo.sound) >= limits.missing) return undefined;
  return Math.max(0, widthMs(echo.restMs) - widthMs(roundTripMs));
}

/** From the middle to where all but one of twenty lie. */
export function widthMs(spread: Spread | undefined): number {
  return spread ? spread.p95 - spread.median : 0;
}
