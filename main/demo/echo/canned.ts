/** An echo test that nobody ran: its seconds, and what they add up to. Pure. */
import { baselineMs } from '../../../shared/echo/calibration.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { Measurement, Sample } from '../../../shared/echo/measurement.ts';

/** How a server of the demo is reached, in ms; `loss` is the share of packets lost each way. */
export type Line = Readonly<{
  roundTripMs: number;
  serverMs: number;
  jitterMs: number;
  loss?: number;
}>;

/** The co-op's own server is good; the other one holds the sound back for a third of a second. */
const lines: Readonly<Record<string, Line>> = {
  own: { roundTripMs: 24, serverMs: 6, jitterMs: 2 },
  partner: { roundTripMs: 31, serverMs: 350, jitterMs: 3 },
};
const ordinary: Line = { roundTripMs: 40, serverMs: 20, jitterMs: 3 };
/** The jitter buffer's part, in ms. */
const bufferMs = 40;
const packetsPerS = 50;

export function lineTo(instanceId: string): Line {
  return lines[instanceId] ?? ordinary;
}

/** The second `atS` of a test. */
export function sampleAt(atS: number, line: Line, random: () => number): Sample {
  const about = (ms: number) => Math.round(ms * (0.92 + 0.16 * random()) * 10) / 10;
  const roundTripMs = about(line.roundTripMs);
  return {
    atS,
    roundTripMs,
    jitterMs: about(line.jitterMs),
    lossUp: line.loss ?? 0,
    lossDown: line.loss ?? 0,
    echoMs: roundTripMs + bufferMs + baselineMs + about(line.serverMs),
  };
}

export function measurementOf(samples: readonly Sample[]): Measurement {
  const spread = (valueOf: (sample: Sample) => number | undefined) =>
    spreadOf(samples.flatMap((one) => valueOf(one) ?? []));
  const [roundTripMs, jitterMs] = [spread((one) => one.roundTripMs), spread((one) => one.jitterMs)];
  const ms = spread((one) => one.echoMs);
  const restMs = spread((one) => (one.echoMs ?? 0) - (one.roundTripMs ?? 0) - bufferMs);
  const expected = Math.max(1, samples.length * packetsPerS);
  const share = samples.reduce((sum, one) => sum + (one.lossDown ?? 0), 0) / samples.length || 0;
  const lost = { expected, lost: Math.round(share * expected), share };
  return {
    connection: { connectMs: 180, route: 'udp' },
    lossUp: lost,
    lossDown: lost,
    ...(roundTripMs ? { roundTripMs } : {}),
    ...(jitterMs ? { jitterUpMs: jitterMs, jitterDownMs: jitterMs } : {}),
    echo: {
      sent: samples.length,
      returned: samples.length,
      bufferMs,
      ...(ms ? { ms } : {}),
      ...(restMs ? { restMs } : {}),
    },
    samples: [...samples],
  };
}
