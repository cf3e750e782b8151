import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathPartsOf } from '../../../shared/echo/path-parts.ts';
import { measured, nothingMeasured, spread } from './figures.ts';

const withEcho = (echoMs: number, tripMs: number) => ({
  ...measured({ roundTrip: tripMs }),
  echo: { sent: 20, returned: 20, ms: spread(echoMs), bufferMs: 12.4 },
});

test.each([
  ['what rounding leaves is the member’s', 417.4, 3.4, 349.6, [64, 3, 350, 417]],
  ['a server cannot add less than nothing', 80, 20, -4, [60, 20, 0, 80]],
  ['parts that exceed the whole give it back', 300, 20, 290, [0, 20, 280, 300]],
])('%s', (_what, echoMs, tripMs, serverMs, expected) => {
  const { you, network, server, totalMs } = pathPartsOf(withEcho(echoMs, tripMs), { serverMs });
  expect([you, network, server, totalMs]).toEqual(expected);
});

test('the parts shown add up to the total shown', () => {
  const ms = fc.double({ min: 0, max: 3000, noNaN: true });
  fc.assert(
    fc.property(ms, ms, fc.double({ min: -50, max: 3000, noNaN: true }), (echo, trip, serverMs) => {
      fc.pre(echo >= Math.max(trip, serverMs));
      const parts = pathPartsOf(withEcho(echo, trip), { serverMs });
      const { you = NaN, network = NaN, server = NaN, totalMs } = parts;
      expect(you + network + server).toBe(totalMs);
      expect(Math.min(you, network, server)).toBeGreaterThanOrEqual(0);
    }),
    { seed: 42 },
  );
});

test('a part that was not measured stays unknown, and the rest is not given to anybody', () => {
  expect(pathPartsOf(withEcho(200, 20), {})).toEqual({
    you: 12,
    network: 20,
    server: undefined,
    totalMs: 200,
  });
  expect(pathPartsOf(nothingMeasured, {}).totalMs).toBeUndefined();
});
