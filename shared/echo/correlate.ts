/** Finds a known sound in a recording. Pure. */

export type Match = Readonly<{
  /** Start of the sound, in samples from the start of the recording; interpolated, so not an integer. */
  at: number;
  /** 1 for the exact sound at any volume, near 0 for noise. */
  likeness: number;
}>;

/** Energy per sample below which a window counts as silence: dividing by it would amplify rounding errors. */
const silence = 1e-9;

/**
 * The best match that begins in [from, to). Normalised by the energy of the window, so that a faint echo counts as much
 * as a loud one, and loud noise no more than faint noise.
 */
export function bestMatch(
  recording: Float32Array,
  sound: Float32Array,
  from: number,
  to: number,
): Match | undefined {
  const end = Math.min(to, recording.length - sound.length + 1);
  if (from < 0 || from >= end) return undefined;
  const likeness = likenesses(recording, sound, from, end);
  let best = 0;
  for (let place = 1; place < likeness.length; place += 1) {
    if ((likeness[place] ?? 0) > (likeness[best] ?? 0)) best = place;
  }
  return { at: from + best + peakOffset(likeness, best), likeness: likeness[best] ?? 0 };
}

function likenesses(recording: Float32Array, sound: Float32Array, from: number, end: number) {
  const found = new Float32Array(end - from);
  const soundEnergy = energyOf(sound, 0, sound.length);
  // Running sum in double precision: one sample in, one out.
  let energy = energyOf(recording, from, from + sound.length);
  for (let at = from; at < end; at += 1) {
    if (energy > silence * sound.length) {
      found[at - from] = product(recording, sound, at) / Math.sqrt(energy * soundEnergy);
    }
    const leaving = recording[at] ?? 0;
    const coming = recording[at + sound.length] ?? 0;
    energy = Math.max(0, energy - leaving * leaving + coming * coming);
  }
  return found;
}

function product(recording: Float32Array, sound: Float32Array, at: number): number {
  let sum = 0;
  for (let place = 0; place < sound.length; place += 1) {
    sum += (recording[at + place] ?? 0) * (sound[place] ?? 0);
  }
  return sum;
}

function energyOf(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (samples[at] ?? 0) ** 2;
  return sum;
}

/** Vertex of the parabola through the peak and its neighbours, from -0.5 to 0.5. */
function peakOffset(values: Float32Array, peak: number): number {
  const before = values[peak - 1];
  const top = values[peak];
  const after = values[peak + 1];
  if (before === undefined || top === undefined || after === undefined) return 0;
  const bend = before - 2 * top + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}
