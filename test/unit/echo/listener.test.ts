import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chirp, chirpIntervalS } from '../../../shared/echo/chirp.ts';
import type { DetectedEcho } from '../../../shared/echo/listener.ts';
import { createListener } from '../../../shared/echo/listener.ts';

const rateHz = 48_000;
const blockFrames = 1024;

type Scene = Readonly<{
  chirps: number;
  echoMs: number;
  gain?: number;
  noise?: number;
  /** A second, later echo of the same chirp. */
  secondMs?: number;
  /** Missing parts of the recording, in s. */
  gaps?: readonly (readonly [number, number])[];
  missing?: readonly number[];
  startFrame?: number;
}>;

/** What is heard when each chirp returns as the scene says. */
function listen(scene: Scene): readonly DetectedEcho[] {
  const { chirps, startFrame = 0, missing = [] } = scene;
  const recording = record(scene);
  const listener = createListener(rateHz);
  const heard: DetectedEcho[] = [];
  let next = 0;
  for (let at = 0; at < recording.length; at += blockFrames) {
    while (next < chirps && sentAt(next) <= at + blockFrames) {
      listener.expect(next, startFrame + sentAt(next));
      next += 1;
    }
    heard.push(...listener.push(startFrame + at, recording.slice(at, at + blockFrames)));
  }
  expect(heard.length + listener.waiting()).toBeLessThanOrEqual(chirps);
  expect(heard.map(({ number }) => number)).not.toEqual(expect.arrayContaining([...missing, -1]));
  return heard;
}

function sentAt(number: number): number {
  return Math.round((0.5 + number * chirpIntervalS) * rateHz);
}

function record(scene: Scene): Float32Array {
  const { chirps, echoMs, gain = 0.5, noise = 0, secondMs, gaps = [], missing = [] } = scene;
  const recording = new Float32Array(Math.round((0.5 + chirps + 3.5) * rateHz));
  const random = seeded(7);
  for (let at = 0; at < recording.length; at += 1) recording[at] = noise * (2 * random() - 1);
  const add = (number: number, delayMs: number, loudness: number) => {
    const from = sentAt(number) + Math.round((delayMs / 1000) * rateHz);
    chirp(number, rateHz).forEach((sample, place) => {
      if (from + place < recording.length)
        recording[from + place] = (recording[from + place] ?? 0) + loudness * sample;
    });
  };
  for (let number = 0; number < chirps; number += 1) {
    if (missing.includes(number)) continue;
    add(number, echoMs, gain);
    if (secondMs !== undefined) add(number, secondMs, gain / 2);
  }
  for (const [from, to] of gaps) recording.fill(0, from * rateHz, to * rateHz);
  return recording;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function expectEach(heard: readonly DetectedEcho[], count: number, echoMs: number, withinMs = 0.1) {
  expect(heard.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, n) => n));
  for (const one of heard) expect(Math.abs(one.echoMs - echoMs)).toBeLessThan(withinMs);
}

describe('hearing chirps', () => {
  test.each([0, 0.4, 5, 74, 333.3, 999, 1_000, 1_300, 2_400])(
    'an echo of %d ms is timed to a tenth of a ms',
    (echoMs) => expectEach(listen({ chirps: 5, echoMs }), 5, echoMs),
  );

  test('the count of frames may start anywhere', () => {
    expectEach(listen({ chirps: 3, echoMs: 120, startFrame: 1_234_567 }), 3, 120);
  });

  test('a faint echo in noise is heard, and noise alone is not', () => {
    expectEach(listen({ chirps: 4, echoMs: 210, gain: 0.02, noise: 0.03 }), 4, 210, 1);
    expect(listen({ chirps: 6, echoMs: 0, noise: 0.5, missing: [0, 1, 2, 3, 4, 5] })).toEqual([]);
  });

  test('the edge of another chirp is no echo: every delay past the interval', () => {
    for (let echoMs = 1_000; echoMs < 1_200; echoMs += 21.3) {
      expectEach(listen({ chirps: 5, echoMs, noise: 0.001 }), 5, echoMs);
    }
  });

  test('silence is no chirp', () => {
    expect(listen({ chirps: 3, echoMs: 0, missing: [0, 1, 2] })).toEqual([]);
  });

  test('of two echoes the louder, earlier one counts', () => {
    expectEach(listen({ chirps: 4, echoMs: 100, secondMs: 180 }), 4, 100);
    expectEach(listen({ chirps: 4, echoMs: 100, secondMs: 700 }), 4, 100);
  });

  test('a chirp that never came back is left out, and the next is not taken for it', () => {
    const heard = listen({ chirps: 5, echoMs: 150, missing: [1, 3] });
    expect(heard.map(({ number }) => number)).toEqual([0, 2, 4]);
    for (const one of heard) expect(one.echoMs).toBeCloseTo(150, 0);
  });

  test('a chirp with a lost packet in it is still heard, at its place', () => {
    const gaps = [0, 1, 2].map((n) => [0.5 + n + 0.1 + 0.04, 0.5 + n + 0.1 + 0.06] as const);
    expectEach(listen({ chirps: 3, echoMs: 100, gaps }), 3, 100, 1);
  });

  test('blocks that the page was too busy to record count as silence', () => {
    const listener = createListener(rateHz);
    const sound = chirp(0, rateHz);
    listener.expect(0, 48_000);
    listener.push(0, new Float32Array(128));
    listener.push(60_000, sound);
    const heard = Array.from({ length: 40 }, (_, n) =>
      listener.push(60_000 + sound.length + n * 4_800, new Float32Array(4_800)),
    ).flat();
    expect(heard[0]?.echoMs).toBeCloseTo(250, 1);
  });

  test('any delay, loudness and noise', () => {
    const scenes = fc.record({
      echoMs: fc.double({ min: 0, max: 2_500, noNaN: true }),
      gain: fc.double({ min: 0.05, max: 1, noNaN: true }),
      noise: fc.double({ min: 0, max: 0.05, noNaN: true }),
      startFrame: fc.nat(10_000_000),
    });
    fc.assert(
      fc.property(scenes, (scene) =>
        expectEach(listen({ chirps: 2, ...scene }), 2, scene.echoMs, 1),
      ),
      { numRuns: 25 },
    );
  });
});
