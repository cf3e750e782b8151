/** Microphone level from samples between -1 and 1. The sound itself is not stored. Pure. */

/** Half a 16-bit step: below it there is no signal at all. */
const silencePeak = 1 / 32_767;
/** RMS over the whole time, in dBFS. */
const lowLevelDb = -60;
/** More full-scale samples in a row than this are clipping; a few are a pop. */
const maxFullScaleRun = 6;

export type SoundLevel = Readonly<{
  count: number;
  sumOfSquares: number;
  peak: number;
  /** Full-scale samples in a row at the end. */
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

export function withSamples(level: SoundLevel, samples: Iterable<number>): SoundLevel {
  let { count, sumOfSquares, peak, atEdge, clipped } = level;
  for (const sample of samples) {
    const size = Math.abs(sample);
    count += 1;
    sumOfSquares += size * size;
    peak = Math.max(peak, size);
    atEdge = size >= 1 ? atEdge + 1 : 0;
    clipped ||= atEdge > maxFullScaleRun;
  }
  return { count, sumOfSquares, peak, atEdge, clipped };
}

/** Undefined without samples. */
export function judge(level: SoundLevel): 'ok' | 'silent' | 'low' | 'clipping' | undefined {
  if (level.count === 0) return undefined;
  if (level.clipped) return 'clipping';
  if (level.peak < silencePeak) return 'silent';
  return decibels(level) < lowLevelDb ? 'low' : 'ok';
}

/** RMS in dBFS: 0 is the loudest, silence is -Infinity. */
export function decibels({ count, sumOfSquares }: SoundLevel): number {
  return 10 * Math.log10(sumOfSquares / Math.max(count, 1));
}
