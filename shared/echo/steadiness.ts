/** Whose it is when sound was missing, stopped or wandered: what the line did meanwhile tells. Pure. */
import { packetMs, shareMissing } from './gaps.ts';
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import type { Spread } from './spread.ts';
import type { Side } from './suspects.ts';

/** Fewer round trips than this do not show that a line is steady. */
const tripsNeeded = 4;
/** A line that stood still lets a question wait for at least so much of the gap: it is asked every 400 ms. */
const heldShare = 0.25;
/** Loss explains as much missing sound and this share more: what comes just too late is lost as well. */
const lossExplains = 1.35;

/** The share lost on both ways together; undefined unless both were measured. */
export function lossBothOf({ lossUp, lossDown }: Measurement): number | undefined {
  return lossUp && lossDown ? 1 - (1 - lossUp.share) * (1 - lossDown.share) : undefined;
}

/**
 * Packets that reach us unevenly come so from the server when the line is steady both ways: what we send arrives evenly, and
 * round trips, which take the same line, hardly differ.
 */
export function jitterDownSide(measurement: Measurement): Side {
  const { jitterUpMs, jitterDownMs, roundTripMs } = measurement;
  const downMs = jitterDownMs?.median;
  if (downMs === undefined || !jitterUpMs || !roundTripMs || roundTripMs.count < tripsNeeded) {
    return 'network';
  }
  const isSteady = jitterUpMs.median < downMs / 2 && roundTripMs.p95 - roundTripMs.min < downMs / 2;
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
  const isUneven = (jitterUpMs?.median ?? 0) >= limits.jitterMs;
  // What comes too late is lost to the ear: a jitter buffer does not wait for ever.
  if (isUneven) return 'network';
  if ((jitterDownMs?.median ?? 0) >= limits.jitterMs) return jitterDownSide(measurement);
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

/** How far the server's part wanders in ms, beyond what the line itself does. Undefined when it was not measured. */
export function serverSpreadMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.restMs || !roundTripMs || gapSide(measurement) === 'network') return undefined;
  return Math.max(0, widthMs(echo.restMs) - widthMs(roundTripMs));
}

/** From the middle to where all but one of twenty lie. */
export function widthMs(spread: Spread | undefined): number {
  return spread ? spread.p95 - spread.median : 0;
}
