import { describe, expect, test } from 'vitest';
import {
  delegationOf,
  isVersionAnswer,
  parseServerName,
  reportOf,
} from '../../../shared/status/federation.ts';

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
