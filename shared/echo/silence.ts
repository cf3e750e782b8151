/**
 * Silence in what comes back. A quiet hum goes out all the time, so whoever gives back silence in its place has lost sound,
 * even when its packets come without a gap. Pure.
 */
import type { SoundFigures } from './measurement.ts';

export type SilenceMeter = Readonly<{
  /** Sound in its order, from when on it counts. */
  push: (samples: Float32Array) => void;
  /** Undefined as long as too little was heard, or no hum that could be missed. */
  read: () => SoundFigures | undefined;
}>;

const frameMs = 10;
/** As many frames as a test has many times over. */
const framesKept = 20_000;
/** Two seconds: before, nobody knows how loud the hum is. */
const framesNeeded = 200;
/** A frame this much fainter than usual is silence; a codec lets the hum waver by far less. */
const faint = 0.1;
/** Fainter than this, as a mean over a frame, is no hum at all: some servers cut out what is quiet. */
const inaudible = 1e-4;
/** A single frame is the edge of something else. */
const shortestGapMs = 30;

export function createSilenceMeter(rateHz: number): SilenceMeter {
  const frameLength = Math.round((rateHz * frameMs) / 1000);
  const levels: number[] = [];
  let energy = 0;
  let filled = 0;
  return {
    push: (samples) => {
      for (const sample of samples) {
        energy += sample * sample;
        filled += 1;
        if (filled < frameLength) continue;
        if (levels.length < framesKept) levels.push(Math.sqrt(energy / frameLength));
        energy = 0;
        filled = 0;
      }
    },
    read: () => figuresOf(levels),
  };
}

function figuresOf(levels: readonly number[]): SoundFigures | undefined {
  if (levels.length < framesNeeded) return undefined;
  // Three quarters: more than chirps take up, and there even when much is missing.
  const usual = levels.toSorted((a, b) => a - b)[Math.floor(levels.length * 0.75)] ?? 0;
  if (usual < inaudible) return undefined;
  const gapsMs = silentRuns(levels, faint * usual)
    .map((frames) => frames * frameMs)
    .filter((ms) => ms >= shortestGapMs);
  return {
    heardMs: levels.length * frameMs,
    missingMs: gapsMs.reduce((total, ms) => total + ms, 0),
    gaps: gapsMs.length,
    longestGapMs: Math.max(0, ...gapsMs),
  };
}

/** How many frames in a row were below a level, each time. */
function silentRuns(levels: readonly number[], below: number): readonly number[] {
  const runs: number[] = [];
  let run = 0;
  for (const level of [...levels, Infinity]) {
    if (level < below) run += 1;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  return runs;
}
