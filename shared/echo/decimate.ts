/** Thins a recording out to a sixth of its samples: the chirp has nothing above 3.4 kHz, and comparing costs the square. Pure. */

export const thinning = 6;
/** Odd, so that the filter delays by a whole number of samples, which `Decimator.push` takes off again. */
const taps = 97;
const cutOff = 0.5 / thinning;
const filter = lowPass();

/** Gives thinned samples as blocks come in; the first of all belongs to the first sample that was pushed. */
export type Decimator = Readonly<{ push: (block: Float32Array) => Float32Array }>;

export function createDecimator(): Decimator {
  // As if silence had come before, half a filter long: so the filter's own delay is gone.
  let pending = new Float32Array((taps - 1) / 2);
  return {
    push: (block) => {
      const input = new Float32Array(pending.length + block.length);
      input.set(pending);
      input.set(block, pending.length);
      const count = Math.max(0, Math.floor((input.length - taps) / thinning) + 1);
      const thinned = new Float32Array(count);
      for (let at = 0; at < count; at += 1) thinned[at] = filtered(input, at * thinning);
      pending = input.slice(count * thinning);
      return thinned;
    },
  };
}

function filtered(input: Float32Array, from: number): number {
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) sum += (input[from + tap] ?? 0) * (filter[tap] ?? 0);
  return sum;
}

/** A windowed sinc (Hamming), with a sum of 1. */
function lowPass(): Float32Array {
  const weights = Float32Array.from({ length: taps }, (_, tap) => {
    const from = tap - (taps - 1) / 2;
    const sinc = from === 0 ? 2 * cutOff : Math.sin(2 * Math.PI * cutOff * from) / (Math.PI * from);
    return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * tap) / (taps - 1)));
  });
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}
