/** Results of echo tests, as the page gets them. */
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { Measurement } from '../../../shared/echo/measurement.ts';
import type { Result } from '../../../shared/echo/state.ts';

function spread(ms: number) {
  const found = spreadOf([ms - 4, ms, ms + 4]);
  if (!found) throw new Error('three readings have a spread');
  return found;
}

export const measured: Measurement = {
  http: { via: 'rtt-check', roundTripMs: spread(52) },
  roundTripMs: spread(48),
  lossUp: { expected: 1000, lost: 4, share: 0.004 },
  echo: { sent: 40, returned: 39, ms: spread(531), bufferMs: 50 },
  samples: [],
};
export const result = (id: string, change: Partial<Result> = {}): Result => ({
  id,
  instance: { id: 'ours', name: 'Our server' },
  host: 'bbb.example',
  atUtcMs: Date.UTC(2026, 10, 24),
  timeZone: 'Asia/Tokyo',
  durationMs: 38_000,
  app: '1',
  system: 'x',
  measurement: measured,
  verdict: {
    quality: 'poor',
    mos: 2.9,
    serverMs: 413,
    blame: 'server',
    decidedBy: { figure: 'echo-share', value: 413, limit: 125 },
  },
  ...change,
});
