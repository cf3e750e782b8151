/**
 * Whether the network or the server caused missing sound, gaps and varying delay, judged by the network's state at the
 * time. Pure.
 */
import { packetMs, shareMissing } from './gaps.ts';
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import type { Spread } from './distribution.ts';

export type Side = 'network' | 'server' | 'cannot-tell';

/** Minimum number of round trips to call a network steady. */
const minTrips = 4;
/** A stalled network delays a round trip by at least this share of the gap: one is sent every 400 ms. */
const stallShare = 0.25;
/** On a network that is uneven both ways, jitter up is at least about this share of jitter down. */
const steadyJitterRatio = 0.7;
/** More than this share is not late for long on an uneven network, because the jitter buffer grows. */
const maxLateShare = 0.05;
/** Loss explains this many times as much missing sound, because packets that are just too late are lost as well. */
const lossFactor = 1.35;

/** Combined loss of both directions; undefined unless both were measured. */
export function lossBothOf({ lossUp, lossDown }: Measurement): number | undefined {
  return lossUp && lossDown ? 1 - (1 - lossUp.share) * (1 - lossDown.share) : undefined;
}

/**
 * Jitter down is the server's if the network is steady both ways: jitter up is low, and round trips, over the same
 * network, hardly vary. Uses the median, because a single long round trip proves nothing.
 */
export function jitterDownSide(measurement: Measurement): Side {
  const { jitterUpMs, jitterDownMs, roundTripMs } = measurement;
  const downMs = jitterDownMs?.median;
  if (downMs === undefined || !jitterUpMs || !roundTripMs || roundTripMs.count < minTrips) {
    return 'network';
  }
  const usualMs = roundTripMs.median - roundTripMs.min;
  const isSteady = jitterUpMs.median < steadyJitterRatio * downMs && usualMs < downMs / 2;
  return isSteady ? 'server' : 'network';
}

/** Share of missing sound that neither packet loss nor our own unsent sound explains. */
export function unexplainedShare(measurement: Measurement): number | undefined {
  const sound = measurement.echo?.sound;
  if (!sound) return undefined;
  const loss = lossBothOf(measurement) ?? 0;
  const missing = shareMissing(sound) - (sound.unsentMs ?? 0) / sound.heardMs;
  return missing <= lossFactor * loss ? 0 : Math.max(0, missing - loss);
}

/** The side responsible for it. */
export function missingSide(measurement: Measurement): Side {
  if (lossBothOf(measurement) === undefined) return 'cannot-tell';
  const { echo, jitterUpMs, jitterDownMs } = measurement;
  const sound = echo?.sound;
  // If it was never sent, it says nothing about the other side.
  if (sound?.unsentMs !== undefined && sound.unsentMs > sound.missingMs / 2) return 'cannot-tell';
  const upMs = jitterUpMs?.median ?? 0;
  const isUneven = Math.max(upMs, jitterDownMs?.median ?? 0) >= limits.jitterMs;
  // Late sound is lost to the listener.
  if (isUneven && (unexplainedShare(measurement) ?? 0) < maxLateShare) {
    return upMs >= limits.jitterMs ? 'network' : jitterDownSide(measurement);
  }
  return gapSide(measurement) ?? 'server';
}

/** The side responsible for the longest gap; undefined if there is no relevant gap. */
export function gapSide({ echo, lossUp, lossDown }: Measurement): Side | undefined {
  const sound = echo?.sound;
  if (!sound || sound.longestGapMs < limits.gapMs) return undefined;
  const { longestGapMs, longestGapLostMs = 0, longestGapUnsentMs = 0, longestGapHeldMs } = sound;
  const lostMs = longestGapLostMs + (lossUp?.lost ?? 0) * packetMs;
  if (lostMs >= longestGapMs / 2) return 'network';
  if (longestGapUnsentMs >= longestGapMs / 2) return 'cannot-tell';
  // The network is ruled out only if it was observed during the gap.
  if (!lossUp || !lossDown || longestGapHeldMs === undefined) return 'cannot-tell';
  return longestGapHeldMs >= stallShare * longestGapMs ? 'network' : 'server';
}

/**
 * How much the server's part varies in ms, beyond the network's own variation. Undefined if not measured or if sound
 * was missing: then the browser stretches the rest, and chirps next to a gap are unreliable.
 */
export function serverSpreadMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.restMs || !roundTripMs || gapSide(measurement) !== undefined) return undefined;
  if (echo.sound && shareMissing(echo.sound) >= limits.missing) return undefined;
  return Math.max(0, widthMs(echo.restMs) - widthMs(roundTripMs));
}

/** From the median to the 95th percentile. */
export function widthMs(spread: Spread | undefined): number {
  return spread ? spread.p95 - spread.median : 0;
}
