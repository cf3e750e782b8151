/**
 * Decimates a recording by six: the chirp has nothing above 3.4 kHz, and the cost of matching grows with the square of
 * the rate. Pure.
 */

export const decimation = 6;
/** Odd, so that the filter's delay is a whole number of samples, which `Decimator.push` compensates. */
const taps = 97;
const cutOff = 0.5 / decimation;
const filter = lowPass();

/** Decimates block by block; the first output sample corresponds to the first input sample. */
export type Decimator = Readonly<{ push: (block: Float32Array) => Float32Array }>;

export function createDecimator(): Decimator {
  // Half a filter length of silence in front compensates the filter's delay.
  let pending = new Float32Array((taps - 1) / 2);
  return {
    push: (block) => {
      const input = new Float32Array(pending.length + block.length);
      input.set(pending);
      input.set(block, pending.length);
      const count = Math.max(0, Math.floor((input.length - taps) / decimation) + 1);
      const decimated = new Float32Array(count);
      for (let at = 0; at < count; at += 1) decimated[at] = filtered(input, at * decimation);
      pending = input.slice(count * decimation);
      return decimated;
    },
  };
}

function filtered(input: Float32Array, from: number): number {
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) sum += (input[from + tap] ?? 0) * (filter[tap] ?? 0);
  return sum;
}

/** Windowed sinc (Hamming), normalised to a sum of 1. */
function lowPass(): Float32Array {
  const weights = Float32Array.from({ length: taps }, (_, tap) => {
    const from = tap - (taps - 1) / 2;
    const sinc = from === 0 ? 2 * cutOff : Math.sin(2 * Math.PI * cutOff * from) / (Math.PI * from);
    return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * tap) / (taps - 1)));
  });
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}
