import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../main/platform/net/resolver.ts';
import { fakeClock } from '../clock.ts';

/** How one of the two resolvers answers, and after how many ms. */
type Outcome = Readonly<{ ms: number; gives: 'address' | 'no-such-name' }>;

const quick: Outcome = { ms: 5, gives: 'address' };
const missing: Outcome = { ms: 5, gives: 'no-such-name' };
/** As long as the system's resolver may wait for a name server. */
const hung: Outcome = { ms: 40_000, gives: 'no-such-name' };

const address = (by: string): LookupAddress => ({
  address: by === 'system' ? '192.0.2.1' : '192.0.2.2',
  family: 4,
});

function resolver(
  outcomes: Readonly<{ system: (name: string) => Outcome; aside: (name: string) => Outcome }>,
  fallbackDelayMs = 500,
) {
  const clock = fakeClock();
  const atSystem = { now: 0, most: 0, asked: [] as string[] };
  const asideAsked: string[] = [];
  const told: string[] = [];
  const lookup = createResolver({
    clock,
    fallbackDelayMs,
    ask: (name, _options, callback) => {
      atSystem.asked.push(name);
      atSystem.most = Math.max(atSystem.most, (atSystem.now += 1));
      const { ms, gives } = outcomes.system(name);
      clock.after(ms, () => {
        atSystem.now -= 1;
        if (gives === 'address') callback(null, [address('system')]);
        else callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []);
      });
    },
    nodeLookup: (name) => {
      asideAsked.push(name);
      const { ms, gives } = outcomes.aside(name);
      return new Promise((resolve, reject) => {
        clock.after(ms, () =>
          gives === 'address' ? resolve([address('aside')]) : reject(new Error('ENOTFOUND')),
        );
      });
    },
  });
  const ask = (name: string) =>
    lookup(name, { all: true }, (error, found) => {
      const by = Array.isArray(found) && found[0]?.address === '192.0.2.1' ? 'system' : 'aside';
      told.push(`${name}: ${error ? error.message : by} at ${clock.monotonicMs()}`);
    });
  return { clock, ask, told, atSystem, asideAsked };
}

describe('a name', () => {
  test('is looked up by the system alone where that answers', async () => {
    const { clock, ask, told, asideAsked } = resolver({ system: () => quick, aside: () => quick });
    ask('a.example');
    await clock.pass(60_000);
    expect([told, asideAsked, clock.timers()]).toEqual([['a.example: system at 5'], [], 0]);
  });

  test('is asked for once, however many want it', async () => {
    const { clock, ask, told, atSystem } = resolver({ system: () => quick, aside: () => quick });
    for (let count = 0; count < 50; count += 1) ask('a.example');
    await clock.pass(1000);
    expect([told.length, atSystem.asked]).toEqual([50, ['a.example']]);
    ask('a.example');
    expect(atSystem.asked).toHaveLength(2);
  });

  test.each<[what: string, system: Outcome, aside: Outcome, told: string]>([
    ['nobody knows', missing, missing, 'a.example at 5'],
    ['only the hosts file has', { ms: 900, gives: 'address' }, missing, 'system at 900'],
    ['the system hangs on', hung, quick, 'aside at 505'],
    ['both hang on', hung, hung, 'timeout at 20000'],
  ])('that %s', async (_what, system, aside, expected) => {
    const { clock, ask, told } = resolver({ system: () => system, aside: () => aside });
    ask('a.example');
    await clock.pass(60_000);
    expect(told).toEqual([`a.example: ${expected}`]);
  });

  test('of a witness is asked for on both ways at once', async () => {
    const { clock, ask, told } = resolver({ system: () => hung, aside: () => quick }, 0);
    ask('w.example');
    await clock.pass(1000);
    expect(told).toEqual(['w.example: aside at 5']);
  });

  test('that hung is asked for anew once its time is over', async () => {
    const { clock, ask, atSystem } = resolver({ system: () => hung, aside: () => hung });
    ask('a.example');
    await clock.pass(21_000);
    ask('a.example');
    expect(atSystem.asked).toHaveLength(2);
  });
});

describe('while names hang', () => {
  const isBad = (name: string) => name.startsWith('bad');
  const outcomes = { system: (name: string) => (isBad(name) ? hung : quick), aside: fateAside };
  function fateAside(name: string): Outcome {
    return isBad(name) ? hung : quick;
  }

  test('never more than two of the threads that all share are held', async () => {
    const { clock, ask, atSystem } = resolver(outcomes);
    for (let count = 0; count < 60; count += 1) ask(`bad-${count}.example`);
    await clock.pass(120_000);
    expect(atSystem.most).toBe(2);
  });

  test('every other name has its answer within a second', async () => {
    const { clock, ask, told } = resolver(outcomes);
    for (let count = 0; count < 40; count += 1) ask(`bad-${count}.example`);
    for (let count = 0; count < 260; count += 1) ask(`good-${count}.example`);
    await clock.pass(1000);
    expect(told.filter((one) => one.startsWith('good'))).toHaveLength(260);
    ask('late.example');
    await clock.pass(10);
    expect(told.at(-1)).toMatch(/^late.example: aside/);
  });

  test('a crowd alone is no hanging: the system answers them all', async () => {
    const { clock, ask, told, asideAsked } = resolver(outcomes);
    for (let count = 0; count < 2500; count += 1) ask(`good-${count}.example`);
    await clock.pass(10_000);
    expect([told.length, asideAsked]).toEqual([2500, []]);
  });
});
