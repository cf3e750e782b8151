import { expect, test } from 'vitest';
import { parseCoopDocument, parseInSteps } from '../../../shared/coop/parse.ts';

function ringOf(count: number): string {
  const services = Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    name: `S ${at}`,
    parent: `s${(at + 1) % count}`,
    probe: { type: 'http', url: `https://s${at}.example/` },
  }));
  return JSON.stringify({ version: 1, name: 'x', services });
}

test.each<[string, string, number]>([
  ['what is no JSON', '{', 0],
  ['a few services', ringOf(10), 0],
  ['as many as there may be', ringOf(5000), 51],
])('%s: the same as at once, with pauses', async (_what, text, pauses) => {
  let taken = 0;
  const parsed = await parseInSteps(text, async () => (taken += 1));
  expect(parsed).toEqual(parseCoopDocument(text));
  expect(taken).toBe(pauses);
});

test('no step of reading as many services as there may be takes long', async () => {
  const text = ringOf(5000);
  const longest: number[] = [];
  // The best of some tries: the first also reads the code.
  for (let tries = 0; tries < 5; tries += 1) {
    let most = 0;
    let begun = process.threadCpuUsage();
    const lap = () => {
      const { user, system } = process.threadCpuUsage(begun);
      most = Math.max(most, (user + system) / 1000);
      begun = process.threadCpuUsage();
    };
    await parseInSteps(text, async () => lap());
    lap();
    longest.push(most);
  }
  expect(Math.min(...longest)).toBeLessThan(50);
});
