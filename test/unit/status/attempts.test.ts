import { describe, expect, test } from 'vitest';
import { attemptDelayMs, mostTelling, orderOfAttempts } from '../../../shared/status/attempts.ts';

describe('the order of attempts', () => {
  const order = (...addresses: string[]) =>
    orderOfAttempts(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ).map(({ address }) => address);

  test.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['one', ['192.0.2.1'], ['192.0.2.1']],
    [
      'one family stays as the resolver sorted it',
      ['192.0.2.2', '192.0.2.1'],
      ['192.0.2.2', '192.0.2.1'],
    ],
    [
      'two families take turns, the first first',
      ['2001:db8::1', '2001:db8::2', '2001:db8::3', '192.0.2.1', '192.0.2.2'],
      ['2001:db8::1', '192.0.2.1', '2001:db8::2', '192.0.2.2', '2001:db8::3'],
    ],
    [
      'the other family first',
      ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
      ['192.0.2.1', '2001:db8::1', '192.0.2.2'],
    ],
    ['a double', ['192.0.2.1', '192.0.2.1', '192.0.2.2'], ['192.0.2.1', '192.0.2.2']],
  ])('%s', (_what, found, expected) => {
    expect(order(...found)).toEqual(expected);
  });

  test('is of sixteen at most, with both families', () => {
    const many = (prefix: string) => Array.from({ length: 2000 }, (_, n) => `${prefix}${n}`);
    const tried = order(...many('2001:db8::'), ...many('192.0.2.'));
    expect(tried).toHaveLength(16);
    expect(tried.filter((one) => one.includes(':'))).toHaveLength(8);
  });
});

test.each([
  [2, 10_000, 250],
  [4, 10_000, 250],
  [16, 10_000, 250],
  [4, 1000, 125],
  [16, 300, 9.375],
])('%i addresses within %i ms: one each %d ms, and the last has time', (count, limit, delay) => {
  expect(attemptDelayMs(count, limit)).toBe(delay);
  expect(attemptDelayMs(count, limit) * (count - 1)).toBeLessThan(limit / 2);
});

test.each<[string[], string | undefined]>([
  [[], undefined],
  [['ENETUNREACH', 'ECONNREFUSED'], 'ECONNREFUSED'],
  [['EADDRNOTAVAIL', 'ECONNREFUSED'], 'ECONNREFUSED'],
  [['EAFNOSUPPORT', 'EHOSTUNREACH'], 'EHOSTUNREACH'],
  [['EHOSTUNREACH', 'timeout'], 'timeout'],
  [['timeout', 'ECONNRESET'], 'ECONNRESET'],
  [['timeout', 'ECONNREFUSED'], 'ECONNREFUSED'],
  [['ECONNRESET', 'ECONNREFUSED'], 'ECONNREFUSED'],
  [['ENETUNREACH', 'timeout'], 'timeout'],
  [['EPERM', 'timeout'], 'timeout'],
  [['ENETUNREACH', 'EMFILE'], 'EMFILE'],
  [['EMFILE', 'ECONNREFUSED'], 'ECONNREFUSED'],
  [['ENETUNREACH', 'EADDRNOTAVAIL'], 'ENETUNREACH'],
])('of %j told is %s', (codes, told) => {
  expect(mostTelling(codes.map((code) => ({ code })))?.code).toBe(told);
  const turned =
    codes.length === 2 && !codes.every((code) => code.startsWith('EN') || code.startsWith('EA'));
  if (turned) expect(mostTelling(codes.toReversed().map((code) => ({ code })))?.code).toBe(told);
});
