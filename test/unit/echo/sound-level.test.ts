import { describe, expect, test } from 'vitest';
import { decibels, judge, noSound, withSamples } from '../../../shared/echo/sound-level.ts';

const wave = (peak: number, count = 4800) =>
  Array.from({ length: count }, (_, at) => peak * Math.sin((at * 2 * Math.PI) / 100));
const edge = (count: number) => Array.from({ length: count }, () => 1);

describe('a microphone', () => {
  test.each([
    ['that gives nothing but zeros', wave(0), 'silent'],
    ['with less than a step of 16 bits', wave(0.9 / 32_767), 'silent'],
    ['with a step of 16 bits', wave(1.01 / 32_767), 'low'],
    // A sine's RMS is 3 dB below its peak: -60 dB is a peak of 0.00141.
    ['just below -60 dB', wave(0.0014), 'low'],
    ['just above -60 dB', wave(0.00143), 'ok'],
    ['with a voice', wave(0.3), 'ok'],
    ['that touches the edge six times in a row', [...wave(0.3), ...edge(6), ...wave(0.3)], 'ok'],
    ['that stays at the edge for seven', [...wave(0.3), ...edge(7), ...wave(0.3)], 'clipping'],
    ['that stays at the other edge', edge(7).map((one) => -one), 'clipping'],
    ['that nobody listened to', [], undefined],
  ])('%s', (_name, samples, expected) => {
    expect(judge(withSamples(noSound, samples))).toBe(expected);
  });

  test('is heard the same in pieces, also across their border', () => {
    const samples = [...wave(0.3), ...edge(7), ...wave(0.3)];
    const cut = 4804;
    const pieces = withSamples(withSamples(noSound, samples.slice(0, cut)), samples.slice(cut));
    expect(judge(pieces)).toBe('clipping');
    expect(decibels(pieces)).toBeCloseTo(decibels(withSamples(noSound, samples)), 9);
  });
});
