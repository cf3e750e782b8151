/** Who has which figure to answer for, and what each side costs the call. Pure. */
import { baselineMs } from './calibration.ts';
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import { delayCost, lossCost } from './mos.ts';
import type { Decided } from './verdict-view.ts';

export type Side = 'network' | 'server' | 'cannot-tell';

export type Suspect = Readonly<{
  side: Side;
  decided: Decided;
  /** How many times its limit the figure is; from 1 on it is trouble. */
  times: number;
}>;

/** What the echo holds beyond network, own buffer and own sound path: the server's. Undefined unless all are measured. */
export function serverMsOf({ echo, roundTripMs }: Measurement): number | undefined {
  if (!echo?.ms || echo.bufferMs === undefined || !roundTripMs) return undefined;
  return echo.ms.median - roundTripMs.median - echo.bufferMs - baselineMs;
}

/** Every figure that was measured; what was not is nobody's. */
export function suspectsOf(measurement: Measurement): readonly Suspect[] {
  const { roundTripMs, jitterUpMs, jitterDownMs, lossUp, lossDown } = measurement;
  const found = [
    suspect('network', 'round-trip', roundTripMs?.median, limits.roundTripMs),
    suspect('network', 'jitter-up', jitterUpMs?.median, limits.jitterMs),
    suspect('network', 'jitter-down', jitterDownMs?.median, limits.jitterMs),
    suspect('network', 'loss-up', lossUp?.share, limits.loss),
    suspect('network', 'loss-down', lossDown?.share, limits.loss),
    suspect('server', 'echo-share', serverMsOf(measurement), limits.serverMs),
    suspect('cannot-tell', 'echo', unexplainedMs(measurement), limits.roundTripMs),
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

/** Of an echo whose parts were not all measured: what is left when those that were are taken off. */
function unexplainedMs(measurement: Measurement): number | undefined {
  const { echo, roundTripMs } = measurement;
  if (!echo?.ms || serverMsOf(measurement) !== undefined) return undefined;
  return echo.ms.median - baselineMs - sum([roundTripMs?.median, echo.bufferMs]);
}

/** Chirps that did not come back although packets did are the server's. Where packets were lost, the loss says it all. */
function silence({ echo, lossUp, lossDown, jitterDownMs }: Measurement): Suspect | undefined {
  const missing = missingOf(echo);
  if (missing === undefined || !echo) return undefined;
  const lost = [lossUp?.share, lossDown?.share];
  if (lost.some((share) => share !== undefined && share >= limits.loss)) return undefined;
  if (jitterDownMs && jitterDownMs.median >= limits.jitterMs) return undefined;
  return {
    side: lost.includes(undefined) ? 'cannot-tell' : 'server',
    decided: { figure: 'echo-returned', value: 1 - missing, limit: limits.returned },
    // The limit itself is still well.
    times: echo.returned / echo.sent < limits.returned ? missing / (1 - limits.returned) : 0,
  };
}

/** The share of chirps that did not come back; undefined if none was sent. */
export function missingOf(echo: Measurement['echo']): number | undefined {
  if (!echo || echo.sent === 0) return undefined;
  return Math.max(0, 1 - echo.returned / echo.sent);
}

/** Points of the E-model's rating that each side takes from the call. */
export function costsOf(measurement: Measurement): Readonly<Record<Side, number>> {
  const { echo, roundTripMs, jitterUpMs, jitterDownMs, lossUp, lossDown } = measurement;
  const networkMs = sum([
    roundTripMs?.median,
    echo?.bufferMs,
    Math.max(0, ...[jitterUpMs?.median, jitterDownMs?.median].filter((one) => one !== undefined)),
  ]);
  const serverMs = Math.max(0, serverMsOf(measurement) ?? 0);
  const unknownMs = Math.max(0, unexplainedMs(measurement) ?? 0);
  const wholeMs = baselineMs + networkMs + serverMs + unknownMs;
  const part = (ms: number) => (delayCost(wholeMs) * ms) / wholeMs;
  const silent = silence(measurement);
  const silentCost = silent && silent.times > 0 ? lossCost(missingOf(echo) ?? 0) : 0;
  const silenceOf = (side: Side) => (silent?.side === side ? silentCost : 0);
  return {
    network:
      part(networkMs) + lossCost(1 - (1 - (lossUp?.share ?? 0)) * (1 - (lossDown?.share ?? 0))),
    server: part(serverMs) + silenceOf('server'),
    'cannot-tell': part(unknownMs) + silenceOf('cannot-tell'),
  };
}

/** Of what was measured: a part that was not is blamed on nobody here. */
function sum(parts: readonly (number | undefined)[]): number {
  return parts.reduce<number>((total, part) => total + (part ?? 0), 0);
}
