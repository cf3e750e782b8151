/** Figures as a probe reports them, for tables: a clean line by default. */
import { baselineMs } from '../../../shared/echo/calibration.ts';
import type { Failure } from '../../../shared/echo/failure.ts';
import type { Loss, Measurement } from '../../../shared/echo/measurement.ts';
import type { Spread } from '../../../shared/echo/distribution.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';

export type Line = Readonly<{
  roundTrip?: number;
  jitter?: number;
  /** Shares lost. */
  up?: number;
  down?: number;
  /** The server's part, in ms. */
  server?: number;
  returned?: number;
}>;

export function spread(median: number, width = 2): Spread {
  return { count: 20, min: median, median, p95: median + width, max: median + width };
}

function loss(share: number): Loss {
  return { expected: 1000, lost: Math.round(1000 * share), share };
}

/** A full measurement; the echo is the sum of its parts. */
export function measured({
  roundTrip = 20,
  jitter = 2,
  up = 0,
  down = 0,
  server = 0,
  returned = 20,
}: Line = {}): Measurement {
  const bufferMs = 10 + 2 * jitter;
  return {
    http: { via: 'rtt-check', dnsMs: 3, connectMs: 20, tlsMs: 21, roundTripMs: spread(roundTrip) },
    joinMs: 4200,
    signalling: { openMs: 60, answerMs: 80, roundTripMs: spread(roundTrip) },
    connection: { connectMs: 310, route: 'udp' },
    roundTripMs: spread(roundTrip),
    jitterUpMs: spread(jitter, 0),
    jitterDownMs: spread(jitter, 0),
    lossUp: loss(up),
    lossDown: loss(down),
    echo: {
      sent: 20,
      returned,
      ...(returned > 0 ? { ms: spread(baselineMs + roundTrip + bufferMs + server) } : {}),
      bufferMs,
    },
    measuredS: 20,
    samples: [],
  };
}

export const nothingMeasured: Measurement = { samples: [] };

export function result(
  over: Partial<Result> = {},
  measurement: Measurement = measured(),
  failure?: Failure,
): Result {
  return {
    id: 'r1',
    instance: { id: 'bbb', name: 'Our BBB' },
    host: 'bbb.hypha.example',
    atUtcMs: Date.UTC(2026, 10, 24, 14, 2),
    timeZone: 'Asia/Tokyo',
    place: 'Montréal, home Wi-Fi',
    durationMs: 27_000,
    app: 'Coop Tray 0.4.0',
    system: 'Debian 12, x64',
    measurement,
    ...(failure ? { failure } : {}),
    verdict: verdictOf(measurement, undefined, failure),
    ...over,
  };
}
