/** A forbidden address is refused in every notation: everything that Node accepts is checked. */
import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForbidden } from '../../../shared/net/forbidden-address.ts';
import { canonicalAddress, isAddress } from '../../../shared/net/ip-address.ts';

const start = fc.constantFrom(
  [0xfe80],
  [0xff02],
  [0x20_02, 0xa9_fe, 0xa9_fe],
  [0x64, 0xff_9b],
  [0x64, 0xff_9b, 1],
  [0, 0, 0, 0, 0, 0xff_ff],
  [0, 0, 0, 0, 0, 0],
  [0xfd_00, 0xec2],
  [],
);
const end = fc.constantFrom([0xa9_fe, 0xa9_fe], [0x64_64, 0x64_c8], [1], []);
const group = fc.oneof(fc.constant(0), fc.nat({ max: 0xff_ff }));
const groups = fc
  .tuple(start, fc.array(group, { minLength: 8, maxLength: 8 }), end)
  .map(([from, between, to]) => [...[...from, ...between].slice(0, 8 - to.length), ...to]);

/** One address in the notations of people and machines. */
function spellings(parts: readonly number[]): readonly string[] {
  const plain = parts.map((one) => one.toString(16));
  const padded = plain.map((one) => one.padStart(4, '0'));
  const { hostname } = new URL(`http://[${plain.join(':')}]`);
  const dotted = parts.slice(6).flatMap((one) => [one >> 8, one & 255]);
  const shortened = plain
    .join(':')
    .replace(/(?:^|:)0(?::0)+(?=:|$)/, ':')
    .replace(/^:$/, '::');
  return [
    plain.join(':'),
    padded.join(':').toUpperCase(),
    hostname.slice(1, -1),
    `${plain.slice(0, 6).join(':')}:${dotted.join('.')}`,
    `${plain.join(':')}%eth0.100`,
    shortened,
    ...(Math.max(...parts.slice(0, 6)) === 0 ? [`::${dotted.join('.')}`] : []),
  ].filter((one) => isIP(one) === 6);
}

test('an address of the newer kind is the same one in every spelling', () => {
  fc.assert(
    fc.property(groups, (parts) => {
      const all = spellings(parts);
      expect(all.length).toBeGreaterThan(4);
      const bare = all.filter((one) => !one.includes('%'));
      expect(bare.filter((one) => !isAddress(one))).toEqual([]);
      expect(new Set(bare.map(canonicalAddress)).size).toBe(1);
      expect(new Set(all.map(isForbidden)).size).toBe(1);
    }),
  );
});

test('whatever Node takes for an address, so do we', () => {
  const sign = fc.constantFrom('0', '1', 'a9fe', '255', '256', '01', ':', '::', '.', 'f', '10');
  const text = fc.array(sign, { minLength: 1, maxLength: 20 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, (one) => {
      if (isIP(one) > 0) expect([one, isAddress(one)]).toEqual([one, true]);
    }),
    { numRuns: 2000 },
  );
});
