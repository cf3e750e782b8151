import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chirp, chirpIntervalS } from '../../../shared/echo/chirp.ts';
import { createChirpDetector } from '../../../shared/echo/chirp-detector.ts';
import { createTimeline } from '../../../shared/echo/timeline.ts';

const rateHz = 48_000;
/** 10 ms, as in WebRTC. */
const chunkFrames = 480;
const chunkMs = 10;

describe('the moment of a sample', () => {
  /** `lateMs` is the delivery delay of each chunk. */
  const timeline = (lateMs: (chunk: number) => number, chunks = 300) => {
    const made = createTimeline(rateHz);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      made.push(1000 + chunk * chunkMs + lateMs(chunk), chunkFrames);
    }
    return made;
  };

  test.each<[string, (chunk: number) => number]>([
    ['is that of its chunk', () => 0],
    ['does not follow a late chunk', (chunk) => (chunk % 7 === 0 ? 9 : 0)],
    ['does not follow chunks that come in pairs', (chunk) => (chunk % 2 === 0 ? 10 : 0)],
    [
      'does not follow a machine that stood still',
      (chunk) => Math.max(0, 200 - Math.abs(chunk - 150) * 10),
    ],
  ])('%s', (_what, lateMs) => {
    const { timeMsOf } = timeline(lateMs);
    for (const chunk of [60, 149, 150, 160, 240]) {
      expect(timeMsOf(chunk * chunkFrames)).toBeCloseTo(1000 + chunk * chunkMs, 6);
    }
  });

  test('moves on when a part of the sound never came', () => {
    const { timeMsOf } = timeline((chunk) => (chunk < 150 ? 0 : 80));
    expect(timeMsOf(60 * chunkFrames)).toBeCloseTo(1600, 6);
    expect(timeMsOf(240 * chunkFrames)).toBeCloseTo(3480, 6);
  });

  test('is known for moments to come, and for none before the first chunk', () => {
    expect(timeline(() => 0).frameAt(4500)).toBe(3500 * 48);
    expect(createTimeline(rateHz).timeMsOf(0)).toBeUndefined();
    expect(createTimeline(rateHz).frameAt(0)).toBeUndefined();
  });
});

/** Measured echo times of chirps that come back after `echoMs`, with chunks delayed by `lateMs`. */
function echoes(chirps: number, echoMs: number, lateMs: (chunk: number) => number) {
  const beginS = 1.5;
  const startMs = 5000;
  const sound = new Float32Array(rateHz * (beginS + chirps * chirpIntervalS + 2));
  for (let number = 0; number < chirps; number += 1) {
    const at = beginS + number * chirpIntervalS + echoMs / 1000;
    sound.set(chirp(number, rateHz), Math.round(at * rateHz));
  }
  const ear = createChirpDetector(rateHz);
  const found: number[] = [];
  for (let chunk = 0; chunk * chunkFrames < sound.length; chunk += 1) {
    if (chunk === 100) {
      for (let number = 0; number < chirps; number += 1) {
        ear.expect(number, startMs + (beginS + number * chirpIntervalS) * 1000);
      }
    }
    const from = chunk * chunkFrames;
    const atMs = startMs + chunk * chunkMs + lateMs(chunk);
    for (const one of ear.push(atMs, sound.slice(from, from + chunkFrames))) {
      found.push(one.atMs - startMs - (beginS + one.number * chirpIntervalS) * 1000);
    }
  }
  return found;
}

test('chirps are timed to a fraction of a millisecond on a machine that delivers late', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 5, max: 900, noNaN: true }),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 40 }),
      (echoMs, late) => {
        const times = echoes(3, echoMs, (chunk) =>
          chunk % 5 === 0 ? 0 : (late[chunk % late.length] ?? 0),
        );
        expect(times).toHaveLength(3);
        for (const time of times) expect(Math.abs(time - echoMs)).toBeLessThan(0.2);
      },
    ),
    { numRuns: 15 },
  );
});
