/** Who has which figure to answer for, and what each side costs the call. Pure. */
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
  /** How many times its limit the figure is; from 1 on it is trouble. */
  times: number;
}>;

/** What the echo holds beyond network, own buffer and own sound path: the server's. Undefined unless all are measured. */
export function serverMsOf({ echo, roundTripMs }: Measurement): number | undefined {
  if (!echo?.ms || echo.bufferMs === undefined || !roundTripMs) return undefined;
  // Chirp by chirp where that was measured: a line that changes meanwhile is no server.
  if (echo.restMs) return echo.restMs.median - baselineMs;
  return echo.ms.median - roundTripMs.median - echo.bufferMs - baselineMs;
}

/** Every figure that was measured; what was not is nobody's. */
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
    suspect('network', 'round-trip-change', sizeOf(roundTripChangeMs), limits.changeMs),
    ...serverWanders(measurement),
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

/** A server whose part comes and goes, or grows, is late for some of what is said, though not for most of it. */
function serverWanders(measurement: Measurement): readonly (Suspect | undefined)[] {
  const spreadMs = serverSpreadMs(measurement);
  const changeMs = spreadMs === undefined ? undefined : sizeOf(measurement.echo?.restChangeMs);
  return [
    suspect('server', 'echo-change', changeMs, limits.changeMs),
    suspect('server', 'echo-spread', spreadMs, limits.spreadMs),
  ];
}

/** Sound that was missing beyond what lost packets explain, and the longest gap. */
function missingSound(measurement: Measurement): readonly (Suspect | undefined)[] {
  const sound = measurement.echo?.sound;
  const beyond = unexplainedShare(measurement);
  if (!sound || beyond === undefined) return [];
  const missing = suspect(
    missingSide(measurement),
    'sound-missing',
    shareMissing(sound),
    limits.missing,
  );
  return [
    missing && { ...missing, times: beyond / limits.missing },
    suspect(gapSide(measurement) ?? 'cannot-tell', 'gap', sound.longestGapMs, limits.gapMs),
  ];
}

/** How much, whichever way. */
function sizeOf(change: number | undefined): number | undefined {
  return change === undefined ? undefined : Math.abs(change);
}

/** Of an echo whose parts were not all measured: what is left when those that were are taken off. */
function unexplainedMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.ms || serverMsOf(measurement) !== undefined) return undefined;
  return echo.ms.median - baselineMs - sum([roundTripMs?.median, echo.bufferMs]);
}

/** Chirps that did not come back although packets did are the server's. Where packets were lost, the loss says it all. */
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
    // The limit itself is still well.
    times: echo.returned / echo.sent < limits.returned ? missing / (1 - limits.returned) : 0,
  };
}

/** The share of chirps that did not come back; undefined if none was sent. */
export function silentShare(echo: Measurement['echo']): number | undefined {
  if (!echo || echo.sent === 0) return undefined;
  return Math.max(0, 1 - echo.returned / echo.sent);
}

/** Points of the E-model's rating that each side takes from the call. */
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

/** Of what was lost and what else was missing each costs its part of the whole. */
function missingCosts(measurement: Measurement): Record<Side, number> {
  const { lossUp, lossDown } = measurement;
  const loss = lossBothOf(measurement) ?? lossUp?.share ?? lossDown?.share ?? 0;
  const beyond = unexplainedShare(measurement) ?? 0;
  const costs = { network: 0, server: 0, 'cannot-tell': 0 };
  const heard = missingOf(measurement) ?? { share: loss, burstRatio: 1 };
  const share = Math.max(loss + beyond, heard.share);
  if (share > 0) {
    const whole = missingCost({ ...heard, share: Math.min(1, share) });
    const lost = loss > 0 && beyond > 0 ? loss / (loss + beyond) : Number(loss > 0);
    costs.network += whole * lost;
    costs[missingSide(measurement)] += whole * (1 - lost);
  }
  const silent = silence(measurement);
  if (!silent || silent.times === 0) return costs;
  const silentCost = missingCost({ share: silentShare(measurement.echo) ?? 0, burstRatio: 1 });
  return { ...costs, [silent.side]: Math.max(costs[silent.side], silentCost) };
}

/** What was not there to be heard; undefined when nobody listened for it. */
export function missingOf({ echo }: Measurement): Missing | undefined {
  return echo?.sound && missingOfSound(echo.sound);
}

/** Of what was measured: a part that was not is blamed on nobody here. */
function sum(parts: readonly (number | undefined)[]): number {
  return parts.reduce<number>((total, part) => total + (part ?? 0), 0);
}
