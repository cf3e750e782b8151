/** How loud a microphone is, from its samples between -1 and 1. Nothing of the sound itself is kept. Pure. */

/** Half a step of 16 bits: below it there is no sound at all, only a line without a signal. */
const silentBelow = 1 / 32_767;
/** In dB of full scale, as a mean over the whole time. */
const lowBelowDb = -60;
/** So many samples in a row at the edge are a wave that was cut off; a few are a plop. */
const clippingAfter = 6;

export type SoundLevel = Readonly<{
  count: number;
  sumOfSquares: number;
  peak: number;
  /** Samples at the edge, in a row, at the end of what was heard. */
  atEdge: number;
  clipped: boolean;
}>;

export const noSound: SoundLevel = {
  count: 0,
  sumOfSquares: 0,
  peak: 0,
  atEdge: 0,
  clipped: false,
};

export function heard(level: SoundLevel, samples: Iterable<number>): SoundLevel {
  let { count, sumOfSquares, peak, atEdge, clipped } = level;
  for (const sample of samples) {
    const size = Math.abs(sample);
    count += 1;
    sumOfSquares += size * size;
    peak = Math.max(peak, size);
    atEdge = size >= 1 ? atEdge + 1 : 0;
    clipped ||= atEdge > clippingAfter;
  }
  return { count, sumOfSquares, peak, atEdge, clipped };
}

/** Undefined as long as nothing was listened to. */
export function judge(level: SoundLevel): 'ok' | 'silent' | 'low' | 'clipping' | undefined {
  if (level.count === 0) return undefined;
  if (level.clipped) return 'clipping';
  if (level.peak < silentBelow) return 'silent';
  return decibels(level) < lowBelowDb ? 'low' : 'ok';
}

/** The mean in dB of full scale: 0 is the loudest, silence is -Infinity. */
export function decibels({ count, sumOfSquares }: SoundLevel): number {
  return 10 * Math.log10(sumOfSquares / Math.max(count, 1));
}
