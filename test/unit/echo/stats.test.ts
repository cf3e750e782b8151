import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediaFigures } from '../../../shared/echo/figures.ts';
import type { Reading } from '../../../shared/echo/readings.ts';
import { readingOf } from '../../../shared/echo/readings.ts';
import {
  bufferAtMs,
  lossDown,
  lossUp,
  roundTripsMs,
  samplesOf,
} from '../../../shared/echo/stats.ts';

const everyMs = 250;

/** Readings of a call: 50 packets a second each way, a report every 5 s from the third second on. */
function call(
  seconds: number,
  change: (atMs: number) => Partial<Reading> = () => ({}),
): readonly Reading[] {
  return Array.from({ length: (seconds * 1000) / everyMs + 1 }, (_, at) => {
    const atMs = at * everyMs;
    return { atUtcMs: atMs, sent: atMs / 20, ...change(atMs) };
  });
}

/** The server's report at a moment: its loss among the packets sent up to one round trip before. */
function report(atMs: number, share: number, roundTripMs: number) {
  const atUtcMs = 3_000 + Math.floor((atMs - 3_000) / 5_000) * 5_000;
  if (atUtcMs < 3_000) return {};
  return { report: { atUtcMs, lost: Math.round((share * (atUtcMs - roundTripMs)) / 20) } };
}

describe('reading the statistics', () => {
  test('seconds become ms, and the transport says which pair is in use', () => {
    const reading = readingOf(
      [
        { type: 'transport', id: 'T', selectedCandidatePairId: 'P2' },
        {
          type: 'candidate-pair',
          id: 'P1',
          nominated: true,
          responsesReceived: 9,
          totalRoundTripTime: 9,
        },
        { type: 'candidate-pair', id: 'P2', responsesReceived: 4, totalRoundTripTime: 0.5 },
        { type: 'inbound-rtp', kind: 'video', packetsReceived: 1, packetsLost: 1 },
        { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: -1, jitter: 0.004 },
        {
          type: 'remote-inbound-rtp',
          kind: 'audio',
          timestamp: 5,
          packetsLost: 2,
          roundTripTime: 0.1,
        },
      ],
      7,
    );
    expect(reading).toEqual({
      atUtcMs: 7,
      checks: { answered: 4, totalMs: 500 },
      received: { packets: 10, lost: -1, jitterMs: 4 },
      report: { atUtcMs: 5, lost: 2, roundTripMs: 100 },
    });
  });

  test.each([
    [[]],
    [[{ type: 'inbound-rtp', kind: 'audio', packetsReceived: '10', packetsLost: null }]],
    [[{ type: 'transport', selectedCandidatePairId: 'gone' }]],
    [[{ type: 'remote-inbound-rtp', kind: 'audio', timestamp: 1, packetsLost: NaN }]],
  ])('what is not there is absent: %j', (entries) => {
    expect(readingOf(entries, 1)).toEqual({ atUtcMs: 1 });
  });
});

describe('from readings to figures', () => {
  test('nothing measured is nothing said', () => {
    expect(mediaFigures({ readings: [], startUtcMs: undefined, sent: 0, heard: [] })).toEqual({});
    expect(mediaFigures({ readings: call(20), startUtcMs: 0, sent: 2, heard: [] })).toEqual({
      echo: { sent: 2, returned: 0 },
    });
  });

  test('round trips come from checks and from new reports, each once', () => {
    const reports = { atUtcMs: 1, lost: 0, roundTripMs: 44 };
    expect(
      roundTripsMs([
        { atUtcMs: 0, checks: { answered: 2, totalMs: 100 } },
        { atUtcMs: 1, checks: { answered: 4, totalMs: 180 }, report: reports },
        { atUtcMs: 2, checks: { answered: 4, totalMs: 180 }, report: reports },
        // Another route: its totals restart.
        { atUtcMs: 3, checks: { answered: 1, totalMs: 60 } },
        { atUtcMs: 4, checks: { answered: 2, totalMs: 110 } },
      ]),
    ).toEqual([40, 40, 44, 50]);
  });

  test.each([
    ['none', [0, 0], [0, 100], { lost: 0, expected: 100, share: 0 }],
    ['some', [3, 97], [8, 192], { lost: 5, expected: 100, share: 0.05 }],
    ['late packets after all', [4, 96], [1, 199], { lost: 0, expected: 100, share: 0 }],
    ['below zero', [0, 100], [-2, 202], { lost: 0, expected: 100, share: 0 }],
    ['no packet at all', [0, 100], [0, 100], undefined],
  ])('loss down: %s', (_, [lost0, packets0], [lost1, packets1], expected) => {
    expect(
      lossDown([
        { atUtcMs: 0, received: { lost: lost0 ?? 0, packets: packets0 ?? 0 } },
        { atUtcMs: 1, received: { lost: lost1 ?? 0, packets: packets1 ?? 0 } },
      ]),
    ).toEqual(expected);
  });

  test('loss up counts what the server could have seen when it reported', () => {
    const shares = fc.record({
      share: fc.double({ min: 0, max: 0.1, noNaN: true }),
      roundTripMs: fc.integer({ min: 5, max: 400 }),
    });
    fc.assert(
      fc.property(shares, ({ share, roundTripMs }) => {
        const readings = call(22, (atMs) => report(atMs, share, roundTripMs));
        const loss = lossUp(readings, roundTripMs, 2_000);
        expect(Math.abs((loss?.share ?? NaN) - share)).toBeLessThan(0.003);
        expect(loss?.expected).toBe(750);
      }),
    );
  });

  test('one report is no difference, and so no loss', () => {
    expect(
      lossUp(
        call(7, (atMs) => report(atMs, 0.1, 50)),
        50,
        0,
      ),
    ).toBeUndefined();
    expect(lossUp(call(20), 50, 0)).toBeUndefined();
  });

  test('the buffer is told for the moment, not for the whole call', () => {
    let totalMs = 0;
    const readings = call(10, (atMs) => {
      totalMs += (atMs < 5_000 ? 40 : 90) * 12_000;
      return { buffer: { samples: (atMs / everyMs) * 12_000, totalMs } };
    });
    expect(bufferAtMs(readings, 2_000, 500)).toBeCloseTo(40);
    expect(bufferAtMs(readings, 8_000, 500)).toBeCloseTo(90);
    expect(bufferAtMs(call(10), 2_000, 500)).toBeUndefined();
  });

  test('an echo whose buffer grew half way leaves the same time on the way', () => {
    let totalMs = 0;
    const readings = call(10, (atMs) => {
      totalMs += (atMs < 5_000 ? 40 : 90) * 12_000;
      return { buffer: { samples: (atMs / everyMs) * 12_000, totalMs } };
    });
    const heard = Array.from({ length: 9 }, (_, number) => {
      const echoMs = number < 5 ? 240 : 290;
      return { number, sentFrame: 0, echoMs, heardUtcMs: number * 1000 + 500 };
    });
    const { echo } = mediaFigures({ readings, startUtcMs: 0, sent: 9, heard });
    expect((echo?.ms?.median ?? NaN) - (echo?.bufferMs ?? NaN)).toBeCloseTo(200);
  });

  test('a second without a report has no loss up, one with it has', () => {
    const samples = samplesOf(
      call(12, (atMs) => report(atMs, 0.1, 0)),
      [],
      0,
      10,
    );
    expect(samples.map((one) => one.lossUp !== undefined)).toEqual(
      Array.from({ length: 10 }, (_, atS) => atS === 7),
    );
    expect(samples[7]?.lossUp).toBeCloseTo(0.1);
    expect(samples[2]).toEqual({ atS: 2 });
  });
});
