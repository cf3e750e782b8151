/**
 * Detects silence in the echo. A quiet hum is sent all the time, so silence in its place is lost sound, even without
 * packet loss. Pure.
 */
import type { SoundFigures } from './measurement.ts';

export type SilenceMeter = Readonly<{
  /** Takes consecutive samples. */
  push: (samples: Float32Array) => void;
  /** Undefined if there is too little sound, or no hum in it. */
  read: () => SoundFigures | undefined;
}>;

const frameMs = 10;
/** Many times the frames of a test. */
const maxFrames = 20_000;
/** Two seconds, the minimum to know the hum's level. */
const minFrames = 200;
/** A frame below this share of the usual level is silence; codecs vary the hum by far less. */
const silenceRatio = 0.1;
/** RMS of a frame below which there is no hum: some servers cut off quiet sound. */
const minHumLevel = 1e-4;
/** A single silent frame is an artefact at the edge of another sound. */
const minGapMs = 30;

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
        if (levels.length < maxFrames) levels.push(Math.sqrt(energy / frameLength));
        energy = 0;
        filled = 0;
      }
    },
    read: () => figuresOf(levels),
  };
}

function figuresOf(levels: readonly number[]): SoundFigures | undefined {
  if (levels.length < minFrames) return undefined;
  // The 75th percentile: above the share that chirps take up, and still hum if much is missing.
  const usual = levels.toSorted((a, b) => a - b)[Math.floor(levels.length * 0.75)] ?? 0;
  if (usual < minHumLevel) return undefined;
  const gapsMs = silentRuns(levels, silenceRatio * usual)
    .map((frames) => frames * frameMs)
    .filter((ms) => ms >= minGapMs);
  return {
    heardMs: levels.length * frameMs,
    missingMs: gapsMs.reduce((total, ms) => total + ms, 0),
    gaps: gapsMs.length,
    longestGapMs: Math.max(0, ...gapsMs),
  };
}

/** Lengths of the runs of frames below a level. */
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
