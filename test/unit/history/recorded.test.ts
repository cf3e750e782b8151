/** What the history records of a check that went through a proxy. */
import { expect, test } from 'vitest';
import { recordedTimings } from '../../../shared/history/kinds.ts';

test.each([
  [
    { connect: 3, tls: 5, total: 8 },
    { connect: 3, tls: 5, total: 8 },
  ],
  // The phases still add up to the total.
  [
    { connect: 3, tunnel: 20, tls: 5, total: 28 },
    { connect: 23, tls: 5, total: 28 },
  ],
  [
    { tunnel: 20, total: 20 },
    { connect: 20, total: 20 },
  ],
  [{}, {}],
])('%j is recorded as %j', (timings, recorded) => {
  expect(recordedTimings(timings)).toEqual(recorded);
});
