/** The received echo: how much was missing, where it stopped, how it wandered. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concealment, missingOfSound, combinedSound } from '../../../shared/echo/gaps.ts';
import type { SoundFigures } from '../../../shared/echo/measurement.ts';
import type { Timed } from '../../../shared/echo/pairing.ts';
import type { Reading } from '../../../shared/echo/readings.ts';
import { readingOf } from '../../../shared/echo/readings.ts';
import { createSilenceMeter } from '../../../shared/echo/silence.ts';

const everyMs = 250;
const perMs = 48;

type Quarter = Readonly<{ ms: number; events?: number; lost?: number }>;

/** Readings four times a second: for each, the ms concealed and the number of new concealment events. */
function readings(quarters: readonly Quarter[]): readonly Reading[] {
  let concealed = 0;
  let events = 0;
  let lost = 0;
  const first = { samples: 0, concealed, events };
  const rest = quarters.map((quarter, at): Reading => {
    concealed += quarter.ms * perMs;
    events += quarter.events ?? 0;
    lost += quarter.lost ?? 0;
    const samples = (at + 1) * everyMs * perMs;
    const atUtcMs = (at + 1) * everyMs;
    return {
      atUtcMs,
      sound: { samples, concealed, events },
      received: { packets: atUtcMs / 20, lost },
    };
  });
  return [{ atUtcMs: 0, sound: first, received: { packets: 0, lost: 0 } }, ...rest];
}

const quiet = (count: number): readonly Quarter[] =>
  Array.from({ length: count }, () => ({ ms: 0 }));

/** A ping every 300 ms that takes 20 ms, some of them longer. */
function pings(longerMs: Readonly<Record<number, number>>): readonly Timed[] {
  return Array.from({ length: 14 }, (_, at) => ({ atUtcMs: at * 300, ms: longerMs[at] ?? 20 }));
}

describe('what a browser made up', () => {
  test.each<[string, readonly Quarter[], number, number, number]>([
    ['nothing', quiet(8), 0, 0, 0],
    ['one gap within a quarter', [...quiet(3), { ms: 120, events: 1 }, ...quiet(4)], 120, 1, 120],
    [
      'one gap over many quarters',
      [...quiet(2), { ms: 100, events: 1 }, { ms: 250 }, { ms: 250 }, { ms: 30 }, ...quiet(2)],
      630,
      1,
      630,
    ],
    [
      'many short gaps are not one long one',
      Array.from({ length: 8 }, () => ({ ms: 60, events: 3 })),
      480,
      24,
      20,
    ],
    [
      'a gap after another',
      [{ ms: 40, events: 1 }, { ms: 0 }, { ms: 200, events: 1 }, { ms: 90 }, ...quiet(4)],
      330,
      2,
      290,
    ],
    ['made up, and taken back', [{ ms: 40, events: 1 }, { ms: -40 }, ...quiet(6)], 0, 1, 0],
  ])('%s', (_what, quarters, missingMs, gaps, longestGapMs) => {
    expect(concealment(readings(quarters))).toMatchObject({
      heardMs: quarters.length * everyMs,
      missingMs,
      gaps,
      longestGapMs,
    });
  });

  test('of the longest gap is told what was lost in it, also when the next packet tells', () => {
    const gap = [{ ms: 200, events: 1 }, { ms: 250 }, { ms: 0, lost: 22 }];
    const before = [{ ms: 20, events: 1, lost: 1 }, ...quiet(4)];
    expect(concealment(readings([...before, ...gap, ...quiet(4)]))).toMatchObject({
      longestGapMs: 450,
      longestGapLostMs: 440,
    });
    const elsewhere = [
      ...before,
      ...gap.map(({ ms }) => ({ ms })),
      ...quiet(4),
      { ms: 0, lost: 9 },
    ];
    expect(concealment(readings(elsewhere))?.longestGapLostMs).toBe(0);
  });

  test.each<[string, readonly Timed[], readonly Timed[], number | undefined]>([
    ['a line that stood still', [], pings({ 9: 900 }), 880],
    ['a line that stood still at another time', [], pings({ 3: 900 }), 0],
    [
      'a check of the route that waited',
      [
        { atUtcMs: 2300, ms: 20 },
        { atUtcMs: 2600, ms: 620 },
      ],
      [],
      600,
    ],
    [
      'one that was under way all the time',
      [
        { atUtcMs: 900, ms: 20 },
        { atUtcMs: 4000, ms: 2500 },
      ],
      [],
      2480,
    ],
    ['nobody asked', [{ atUtcMs: 400, ms: 20 }], pings({}).slice(0, 4), undefined],
  ])('during the longest gap, %s', (_what, checks, asked, heldMs) => {
    const gap = [{ ms: 250, events: 1 }, { ms: 250 }, { ms: 250 }];
    const sound = concealment(readings([...quiet(8), ...gap, ...quiet(6)]), [checks, asked]);
    expect(sound?.longestGapHeldMs).toBe(heldMs);
  });

  test('what we did not send ourselves is told, of all and of the longest gap', () => {
    const given = readings([...quiet(4), { ms: 200, events: 1 }, { ms: 250 }, ...quiet(4)]);
    const sent = [0, 12, 25, 37, 50, 52, 54, 66, 79, 91, 104];
    const sound = concealment(given.map((one, at) => ({ ...one, sent: sent[at] ?? 0 })));
    expect(sound).toMatchObject({ longestGapMs: 450, unsentMs: 420 });
    expect(sound?.longestGapUnsentMs).toBeGreaterThanOrEqual(420);
    const steady = given.map((one, at) => ({ ...one, sent: at * 12.5 }));
    expect(concealment(steady)).toMatchObject({ unsentMs: 0, longestGapUnsentMs: 0 });
  });

  test.each<[string, readonly Reading[]]>([
    ['no statistics', [{ atUtcMs: 0 }, { atUtcMs: 250 }]],
    ['one reading', readings([]).slice(0, 1)],
    ['none', []],
  ])('%s are no sound without a gap', (_what, given) => expect(concealment(given)).toBeUndefined());

  test('a browser that leaves one of the three out is not believed for the others', () => {
    const entry = {
      type: 'inbound-rtp',
      kind: 'audio',
      totalSamplesReceived: 9,
      concealedSamples: 1,
    };
    expect(readingOf([entry], 1)).toEqual({ atUtcMs: 1 });
    expect(readingOf([{ ...entry, concealmentEvents: 1 }], 1).sound).toEqual({
      samples: 9,
      concealed: 1,
      events: 1,
    });
  });

  test('never more is missing than was listened to', () => {
    const quarter = fc.record({
      ms: fc.integer({ min: -50, max: 400 }),
      events: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 90 }), (quarters) => {
        const sound = concealment(readings(quarters));
        if (!sound) throw new Error('nothing was heard');
        expect(sound.missingMs).toBeLessThanOrEqual(sound.heardMs);
        expect(sound.longestGapMs).toBeLessThanOrEqual(sound.missingMs);
        expect(sound.longestGapMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('silence where the hum should be', () => {
  const rateHz = 48_000;
  const hum = (ms: number, loudness = 0.01) =>
    Float32Array.from({ length: (ms * rateHz) / 1000 }, (_, at) => {
      return loudness * Math.sin((2 * Math.PI * 200 * at) / rateHz);
    });
  const listen = (pieces: readonly Float32Array[], chunk = 480) => {
    const meter = createSilenceMeter(rateHz);
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at += chunk) meter.push(piece.subarray(at, at + chunk));
    }
    return meter.read();
  };

  test.each<[string, readonly Float32Array[], number, number, number]>([
    ['none', [hum(4000)], 0, 0, 0],
    ['two seconds', [hum(8000), hum(2000, 0), hum(5000)], 2000, 1, 2000],
    ['two pieces', [hum(3000), hum(200, 0), hum(3000), hum(500, 0), hum(900)], 700, 2, 500],
    ['noise far below the hum', [hum(4000), hum(300, 0.0005), hum(2000)], 300, 1, 300],
    ['a click of silence is none', [hum(3000), hum(20, 0), hum(3000)], 0, 0, 0],
    ['a hum that wavers is none', [hum(3000), hum(1000, 0.004), hum(3000)], 0, 0, 0],
    [
      'half of all',
      Array.from({ length: 20 }, (_, at) => hum(200, at % 2 ? 0 : 0.01)),
      2000,
      10,
      200,
    ],
  ])('%s', (_what, pieces, missingMs, gaps, longestGapMs) => {
    for (const chunk of [480, 441, 1000]) {
      expect(listen(pieces, chunk)).toMatchObject({ missingMs, gaps, longestGapMs });
    }
  });

  test.each<[string, readonly Float32Array[]]>([
    ['too little', [hum(1500)]],
    ['a server that cuts out what is quiet', [hum(6000, 0)]],
  ])('%s tells nothing', (_what, pieces) => expect(listen(pieces)).toBeUndefined());

  test('what a test without end brings is kept within bounds', () => {
    const meter = createSilenceMeter(rateHz);
    const second = hum(1000);
    for (let at = 0; at < 300; at += 1) meter.push(second);
    expect(meter.read()?.heardMs).toBe(200_000);
  });
});

test('each way to listen is deaf to some gaps: the worse counts, and the longer gap', () => {
  const one: SoundFigures = {
    heardMs: 20_000,
    missingMs: 1600,
    gaps: 80,
    longestGapMs: 60,
    longestGapLostMs: 20,
  };
  const other: SoundFigures = { heardMs: 20_000, missingMs: 900, gaps: 1, longestGapMs: 900 };
  const both = { ...one, longestGapMs: 900, longestGapLostMs: 20 };
  expect(combinedSound(one, other)).toEqual(both);
  expect(combinedSound(other, one)).toEqual(both);
  expect(combinedSound(undefined, other)).toBe(other);
  expect(combinedSound(undefined, undefined)).toBeUndefined();
});

test.each([
  [1000, 50, 1],
  [1000, 10, 4.75],
  [2000, 1, 90],
  [0, 0, 1],
])(
  '%d of 20,000 ms in %d pieces is %d times as bursty as chance',
  (missingMs, gaps, burstRatio) => {
    const sound = { heardMs: 20_000, missingMs, gaps, longestGapMs: 0 };
    expect(missingOfSound(sound).burstRatio).toBeCloseTo(burstRatio);
  },
);
