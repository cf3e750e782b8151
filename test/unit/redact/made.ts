/**
 * Secrets in the formats of real ones, generated at run time, since secret scanning would block a push with literal
 * ones. They differ from each other, and are the same in every run.
 */
let state = 0;

/** Each set seeds the generator, so that none depends on the order of loading. */
export function begin(seed: number): void {
  state = seed;
}

function draw(from: string, count: number): string {
  let made = '';
  for (let at = 0; at < count; at += 1) {
    // The linear congruential generator of Numerical Recipes; its high bits are good enough here.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    made += from[(state >>> 8) % from.length];
  }
  return made;
}

const small = 'abcdefghijklmnopqrstuvwxyz';
const figures = '0123456789';

export const hex = (count: number) => draw('0123456789abcdef', count);
export const lower = (count: number) => draw(small + figures, count);
export const letters = (count: number) => draw(small, count);
export const digits = (count: number) => draw(figures, count);
export const upper = (count: number) => draw(small.toUpperCase() + figures, count);
export const mixed = (count: number) => draw(small + small.toUpperCase() + figures, count);
export const base64 = (count: number) => draw(`${small}${small.toUpperCase()}${figures}+/`, count);
export const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
export const base32 = (count: number) => draw(`${small.toUpperCase()}234567`, count);
export const base58 = (count: number) =>
  draw('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', count);
