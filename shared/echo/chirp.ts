/** The test sound: a sweep through the middle of the voice band, which every voice codec transmits. Pure. */

/** One per second: frequent enough to see changes, far enough apart for two echoes not to overlap. */
export const chirpIntervalS = 1;
export const chirpS = 0.1;

const lowHz = 400;
const highHz = 3400;
const up = [lowHz, highHz] as const;
const down = [highHz, lowHz] as const;

/**
 * Four dissimilar sweeps in rotation. An echo may take longer than the interval between chirps (400 ms of network, 500
 * ms in the server, the buffers) and must not be mistaken for that of the next chirp.
 */
const shapes = [[up], [down], [up, down], [down, up]] as const;
export const shapeCount = shapes.length;

/** The longest echo that cannot be mistaken for another chirp's, in s. */
export const longestEchoS = 3;

/** `number` counts chirps from 0. Samples are within ±1; the ends are faded, because a click would exceed the band. */
export function chirp(number: number, rateHz: number): Float32Array {
  const sweeps = shapes[number % shapeCount] ?? shapes[0];
  const samples = new Float32Array(Math.round(chirpS * rateHz));
  let phase = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const share = at / samples.length;
    samples[at] = Math.sin(phase) * Math.sin(Math.PI * share);
    phase += (2 * Math.PI * frequencyHz(sweeps, share)) / rateHz;
  }
  return samples;
}

function frequencyHz(sweeps: readonly (readonly [number, number])[], share: number): number {
  const place = share * sweeps.length;
  const sweep = sweeps[Math.floor(place)] ?? up;
  return sweep[0] + (sweep[1] - sweep[0]) * (place % 1);
}
