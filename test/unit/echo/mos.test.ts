import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MosInputs } from '../../../shared/echo/mos.ts';
import { mosOf } from '../../../shared/echo/mos.ts';

const faultless: MosInputs = { echoMs: 0, jitterMs: 0, lossUp: 0, lossDown: 0 };

test.each<[Partial<MosInputs>, number]>([
  // In G.107, R = 93.2 has the MOS 4.41, R = 60 has 3.1.
  [{}, 4.41],
  [{ echoMs: 100 }, 4.36],
  [{ echoMs: 177.3 }, 4.29],
  [{ echoMs: 400 }, 3.05],
  [{ echoMs: 380, jitterMs: 20 }, 3.05],
  [{ lossUp: 0.05 }, 3.95],
  [{ lossUp: 0.05, lossDown: 0.05 }, 3.41],
  [{ echoMs: 2000 }, 1],
  [{ lossUp: 1 }, 1.2],
  [{ echoMs: 300, lossUp: 1 }, 1],
])('%j has a MOS of %d', (inputs, expected) => {
  expect(mosOf({ ...faultless, ...inputs })).toBeCloseTo(expected, 1);
});

test.each(['echoMs', 'jitterMs', 'lossUp', 'lossDown'] as const)(
  'there is none without %s',
  (one) => expect(mosOf({ ...faultless, [one]: undefined })).toBeUndefined(),
);

test('it lies on its scale and falls with every input', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const ms = fc.double({ min: 0, max: 600_000, noNaN: true });
  const inputs = fc.record({ echoMs: ms, jitterMs: ms, lossUp: share, lossDown: share });
  fc.assert(
    fc.property(inputs, ms, share, (one, moreMs, moreLoss) => {
      const mos = mosOf(one) ?? NaN;
      expect(mos).toBeGreaterThanOrEqual(1);
      expect(mos).toBeLessThanOrEqual(4.5);
      const lossUp = one.lossUp + (1 - one.lossUp) * moreLoss;
      const worse = mosOf({ ...one, echoMs: one.echoMs + moreMs, lossUp }) ?? NaN;
      expect(worse).toBeLessThanOrEqual(mos + 1e-9);
    }),
  );
});
