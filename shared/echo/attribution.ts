/** Attributes each figure to a side, and computes what each side costs the call. Pure. */
import { baselineMs } from './calibration.ts';
import { missingOfSound, shareMissing } from './gaps.ts';
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import type { Missing } from './mos.ts';
import { delayCost, missingCost } from './mos.ts';
import type { Side } from './steadiness.ts';
import {
  gapSide,
  jitterDownSide,
  lossBothOf,
  missingSide,
  serverSpreadMs,
  unexplainedShare,
  widthMs,
} from './steadiness.ts';
import type { Decided } from './verdict-view.ts';

export type Suspect = Readonly<{
  side: Side;
  decided: Decided;
  /** The figure divided by its limit; 1 and above is trouble. */
  times: number;
}>;

/**
 * The server's part of the echo: the rest after network, jitter buffer and our own sound path. Undefined unless all of
 * them were measured.
 */
export function serverMsOf({ echo, roundTripMs }: Measurement): number | undefined {
  if (!echo?.ms || echo.bufferMs === undefined || !roundTripMs) return undefined;
  // Per chirp if available, so that a change of the network during the test is not attributed to the server.
  if (echo.restMs) return echo.restMs.median - baselineMs;
  return echo.ms.median - roundTripMs.median - echo.bufferMs - baselineMs;
}

/** One for each figure that was measured. */
export function suspectsOf(measurement: Measurement): readonly Suspect[] {
  const { roundTripMs, roundTripChangeMs, jitterUpMs, jitterDownMs, lossUp, lossDown } =
    measurement;
  const found = [
    suspect('network', 'round-trip', roundTripMs?.median, limits.roundTripMs),
    suspect('network', 'jitter-up', jitterUpMs?.median, limits.jitterMs),
    suspect(jitterDownSide(measurement), 'jitter-down', jitterDownMs?.median, limits.jitterMs),
    suspect('network', 'loss-up', lossUp?.share, limits.loss),
    suspect('network', 'loss-down', lossDown?.share, limits.loss),
    suspect('server', 'echo-share', serverMsOf(measurement), limits.serverMs),
    suspect('cannot-tell', 'echo', unexplainedMs(measurement), limits.roundTripMs),
    suspect('network', 'round-trip-change', magnitudeOf(roundTripChangeMs), limits.changeMs),
    ...serverVariation(measurement),
    ...missingSound(measurement),
    silence(measurement),
  ];
  return found.filter((one) => one !== undefined);
}

function suspect(
  side: Side,
  figure: Decided['figure'],
  value: number | undefined,
  limit: number,
): Suspect | undefined {
  if (value === undefined) return undefined;
  return { side, decided: { figure, value, limit }, times: value / limit };
}

/** A server whose delay varies or grows is late for some of the speech, even if its median is good. */
function serverVariation(measurement: Measurement): readonly (Suspect | undefined)[] {
  const spreadMs = serverSpreadMs(measurement);
  const changeMs = spreadMs === undefined ? undefined : magnitudeOf(measurement.echo?.restChangeMs);
  return [
    suspect('server', 'echo-change', changeMs, limits.changeMs),
    suspect('server', 'echo-spread', spreadMs, limits.spreadMs),
  ];
}

/** Sound missing beyond what packet loss explains, and the longest gap. */
function missingSound(measurement: Measurement): readonly (Suspect | undefined)[] {
  const sound = measurement.echo?.sound;
  const unexplained = unexplainedShare(measurement);
  if (!sound || unexplained === undefined) return [];
  const missing = suspect(
    missingSide(measurement),
    'sound-missing',
    shareMissing(sound),
    limits.missing,
  );
  return [
    missing && { ...missing, times: unexplained / limits.missing },
    suspect(gapSide(measurement) ?? 'cannot-tell', 'gap', sound.longestGapMs, limits.gapMs),
  ];
}

/** The magnitude of a change. */
function magnitudeOf(change: number | undefined): number | undefined {
  return change === undefined ? undefined : Math.abs(change);
}

/** For an incomplete breakdown: the echo minus the parts that were measured. */
function unexplainedMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.ms || serverMsOf(measurement) !== undefined) return undefined;
  return echo.ms.median - baselineMs - sum([roundTripMs?.median, echo.bufferMs]);
}

/** Chirps lost while packets arrived point to the server. With packet loss, the loss itself is the figure. */
function silence(measurement: Measurement): Suspect | undefined {
  const { echo, lossUp, lossDown, jitterDownMs } = measurement;
  const missing = silentShare(echo);
  if (missing === undefined || !echo) return undefined;
  const lost = [lossUp?.share, lossDown?.share];
  if (lost.some((share) => share !== undefined && share >= limits.loss)) return undefined;
  if (jitterDownMs && jitterDownMs.median >= limits.jitterMs) return undefined;
  if (gapSide(measurement) === 'network') return undefined;
  return {
    side: lost.includes(undefined) ? 'cannot-tell' : 'server',
    decided: { figure: 'echo-returned', value: 1 - missing, limit: limits.returned },
    // The limit itself is still good.
    times: echo.returned / echo.sent < limits.returned ? missing / (1 - limits.returned) : 0,
  };
}

/** Share of chirps that did not come back; undefined if none was sent. */
export function silentShare(echo: Measurement['echo']): number | undefined {
  if (!echo || echo.sent === 0) return undefined;
  return Math.max(0, 1 - echo.returned / echo.sent);
}

/** Points of the E-model rating that each side costs the call. */
export function costsOf(measurement: Measurement): Readonly<Record<Side, number>> {
  const { echo, roundTripMs, jitterUpMs, jitterDownMs } = measurement;
  const downSide = jitterDownSide(measurement);
  const jitterMs = Math.max(
    jitterUpMs?.median ?? 0,
    downSide === 'network' ? (jitterDownMs?.median ?? 0) : 0,
  );
  const bufferMs = echo?.bufferMs ?? 0;
  const networkMs =
    (roundTripMs?.median ?? 0) +
    (downSide === 'network' ? bufferMs : 0) +
    Math.max(jitterMs, widthMs(roundTripMs));
  const serverMs =
    Math.max(0, serverMsOf(measurement) ?? 0) +
    (downSide === 'server' ? bufferMs : 0) +
    (serverSpreadMs(measurement) ?? 0);
  const unknownMs = Math.max(0, unexplainedMs(measurement) ?? 0);
  const wholeMs = baselineMs + networkMs + serverMs + unknownMs;
  const part = (ms: number) => (delayCost(wholeMs) * ms) / wholeMs;
  const missing = missingCosts(measurement);
  return {
    network: part(networkMs) + missing.network,
    server: part(serverMs) + missing.server,
    'cannot-tell': part(unknownMs) + missing['cannot-tell'],
  };
}

/** The cost of missing sound, split in proportion between packet loss and the rest. */
function missingCosts(measurement: Measurement): Record<Side, number> {
  const { lossUp, lossDown } = measurement;
  const loss = lossBothOf(measurement) ?? lossUp?.share ?? lossDown?.share ?? 0;
  const unexplained = unexplainedShare(measurement) ?? 0;
  const costs = { network: 0, server: 0, 'cannot-tell': 0 };
  const heard = missingOf(measurement) ?? { share: loss, burstRatio: 1 };
  const share = Math.max(loss + unexplained, heard.share);
  if (share > 0) {
    const whole = missingCost({ ...heard, share: Math.min(1, share) });
    const lost = loss > 0 && unexplained > 0 ? loss / (loss + unexplained) : Number(loss > 0);
    costs.network += whole * lost;
    costs[missingSide(measurement)] += whole * (1 - lost);
  }
  const silent = silence(measurement);
  if (!silent || silent.times === 0) return costs;
  const silentCost = missingCost({ share: silentShare(measurement.echo) ?? 0, burstRatio: 1 });
  return { ...costs, [silent.side]: Math.max(costs[silent.side], silentCost) };
}

/** The missing part of the sound; undefined if it was not measured. */
export function missingOf({ echo }: Measurement): Missing | undefined {
  return echo?.sound && missingOfSound(echo.sound);
}

/** Sum of the parts that were measured. */
function sum(parts: readonly (number | undefined)[]): number {
  return parts.reduce<number>((total, part) => total + (part ?? 0), 0);
}
