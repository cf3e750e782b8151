/** DNS rebinding: an untrusted page's name does not lead from outside into this network. */
import { expect, test } from 'vitest';
import type { Lookup } from '../../../main/platform/net/addresses.ts';
import { keepOutside } from '../../../main/platform/net/addresses.ts';

type Answer = readonly string[];

/** What remains of each answer for one name, in order; `forbidden` if nothing does. */
async function left(answers: readonly Answer[], names: readonly string[] = []) {
  const waiting = [...answers];
  const lookup: Lookup = (_host, _options, callback) => {
    const found = (waiting.shift() ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    callback(null, found);
  };
  const kept = keepOutside(lookup);
  const one = (name: string) =>
    new Promise((resolve) => {
      kept(name, { all: true }, (error, found) => {
        const all = Array.isArray(found) ? found : [];
        resolve(error ? 'forbidden' : all.map(({ address }) => address));
      });
    });
  const got = [];
  for (const index of answers.keys()) got.push(await one(names[index] ?? 'room.example'));
  return got;
}

test.each<[what: string, answers: readonly Answer[], left: readonly (Answer | 'forbidden')[]]>([
  ['outside', [['203.0.113.7', '2001:db9::7']], [['203.0.113.7', '2001:db9::7']]],
  [
    'inside for good',
    [['10.0.0.5'], ['10.0.0.6', 'fd12::1']],
    [['10.0.0.5'], ['10.0.0.6', 'fd12::1']],
  ],
  ['first outside, then this machine', [['8.8.8.8'], ['127.0.0.1']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then the router', [['8.8.8.8'], ['192.168.1.1']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then no address', [['8.8.8.8'], ['0.0.0.0']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then a tailnet', [['8.8.8.8'], ['100.64.0.9']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then ::1', [['8.8.8.8'], ['::1']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then mapped', [['8.8.8.8'], ['::ffff:10.0.0.5']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then translated', [['8.8.8.8'], ['64:ff9b::a00:5']], [['8.8.8.8'], 'forbidden']],
  ['first outside, then 6to4', [['8.8.8.8'], ['2002:a00:5::1']], [['8.8.8.8'], 'forbidden']],
  ['both at once', [['203.0.113.7', '127.0.0.1']], [['203.0.113.7']]],
  [
    'a network that translates all',
    [['8.8.8.8', '64:ff9b::808:808']],
    [['8.8.8.8', '64:ff9b::808:808']],
  ],
  [
    'inside, outside, inside',
    [['10.0.0.5'], ['8.8.8.8'], ['10.0.0.5']],
    [['10.0.0.5'], ['8.8.8.8'], 'forbidden'],
  ],
])('%s', async (_what, answers, expected) => {
  expect(await left(answers)).toEqual(expected);
});

test('each name is kept for itself', async () => {
  const answers = [['8.8.8.8'], ['10.0.0.5']];
  expect(await left(answers, ['room.example', 'nas.example'])).toEqual(answers);
});
