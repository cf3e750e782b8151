import { describe, expect, test } from 'vitest';
import {
  delegationOf,
  inOrder,
  isVersionAnswer,
  mostTelling,
  reportOf,
} from '../../../shared/status/federation.ts';
import { parseServerName } from '../../../shared/matrix/server-name.ts';
import { reason } from '../../../shared/observation/observation.ts';

describe('a server name', () => {
  test.each<[string, object | undefined]>([
    ['example.coop', { host: 'example.coop', isAddress: false }],
    ['Matrix.Example.coop:8443', { host: 'matrix.example.coop', port: 8443, isAddress: false }],
    ['192.0.2.1', { host: '192.0.2.1', isAddress: true }],
    ['192.0.2.1:443', { host: '192.0.2.1', port: 443, isAddress: true }],
    ['[2001:db8::1]:443', { host: '[2001:db8::1]', port: 443, isAddress: true }],
    ['localhost', { host: 'localhost', isAddress: false }],
    ['example.coop:0', undefined],
    ['example.coop:70000', undefined],
    ['example.coop/path', undefined],
    ['user@example.coop', undefined],
    ['https://example.coop', undefined],
    ['example.coop:443:443', undefined],
    ['', undefined],
    ['-', undefined],
  ])('“%s” is %j', (text, name) => {
    expect(parseServerName(text)).toEqual(name);
  });
});

test.each<[string, string | undefined]>([
  ['{"m.server":"synapse.example:443"}', 'synapse.example'],
  ['{"m.server":"javascript:alert(1)"}', undefined],
  ['{"m.server":7}', undefined],
  ['{}', undefined],
  ['<html>', undefined],
])('the delegation %s leads to %s', (body, host) => {
  expect(delegationOf(body)?.host).toBe(host);
});

test.each<[string, boolean]>([
  ['{"server":{"name":"Synapse","version":"1.131.0"}}', true],
  ['{"server":{}}', true],
  ['{"server":"Synapse"}', false],
  ['{}', false],
  ['null', false],
  ['<html>', false],
])('%s is the answer of a Matrix server: %s', (body, yes) => {
  expect(isVersionAnswer(body)).toBe(yes);
});

test.each<[string, boolean | undefined]>([
  ['{"FederationOK":true,"DNSResult":{}}', true],
  ['{"FederationOK":false}', false],
  ['{"FederationOK":"true"}', undefined],
  ['{}', undefined],
  ['GOOD', undefined],
])('the report %s says %s', (body, ok) => {
  expect(reportOf(body)).toBe(ok);
});

test.each([
  [
    'by priority',
    [
      [20, 0],
      [10, 0],
    ],
    ['1', '0'],
  ],
  [
    'the heavier first',
    [
      [10, 1],
      [10, 60],
      [10, 5],
    ],
    ['1', '2', '0'],
  ],
  [
    'priority before weight',
    [
      [20, 99],
      [10, 0],
    ],
    ['1', '0'],
  ],
  [
    'equals as they come',
    [
      [0, 0],
      [0, 0],
    ],
    ['0', '1'],
  ],
  ['five at the most', Array.from({ length: 9 }, () => [0, 0]), ['0', '1', '2', '3', '4']],
])('records are tried in order: %s', (_what, records, names) => {
  const given = records.map(([priority = 0, weight = 0], at) => ({
    name: String(at),
    port: 1,
    priority,
    weight,
  }));
  expect(inOrder(given).map((one) => one.name)).toEqual(names);
});

test.each(['.', ''])('a record with the name “%s” says that there is no such service', (name) => {
  expect(inOrder([{ name, port: 0, priority: 0, weight: 0 }])).toEqual([]);
});

test.each([
  [['refused', 'certificate-expired'], 'certificate-expired'],
  [['timeout', 'refused', 'status'], 'status'],
  [['unreachable', 'timeout'], 'timeout'],
  [['dns-not-found', 'address-forbidden'], 'dns-not-found'],
  [[], undefined],
] as const)('of %j the most telling is %s', (codes, told) => {
  expect(mostTelling(codes.map((code) => reason(code)))?.code).toBe(told);
});
