/** Valid certificate chains, and the reason reported for each fault: real chains with our own trusted authority. */
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import * as tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../shared/observation/observation.ts';
import type { Issued, CertificateOptions } from '../servers/authority.ts';
import { issue } from '../servers/authority.ts';
import { send } from '../servers/http.ts';
import { lookupTo, observe } from './probing.ts';

const host = 'far.example';
const issuerUrl = 'http://authority.example/issuer.der';

/** By name; `by` and `keys` name an earlier one. */
type Plan = Omit<CertificateOptions, 'name' | 'by' | 'keys'> &
  Readonly<{ name?: string; by?: string; keys?: string }>;
const authority = { isAuthority: true } as const;
const plans = {
  root: { ...authority, name: 'Root', endsInDays: 3000 },
  stranger: { ...authority, name: 'Stranger', endsInDays: 3000 },
  // An authority that was trusted once, and cross-signed the root's key.
  ended: { ...authority, name: 'Ended', fromDays: -4000, endsInDays: -10 },
  'root by ended': {
    ...authority,
    name: 'Root',
    by: 'ended',
    keys: 'root',
    fromDays: -4000,
    endsInDays: -10,
  },
  'root by ended, soon': { ...authority, name: 'Root', by: 'ended', keys: 'root', endsInDays: 5 },
  middle: { ...authority, name: 'Middle', by: 'root', endsInDays: 1000 },
  'middle ended': { ...authority, name: 'Middle', by: 'root', keys: 'middle', endsInDays: -3 },
  'middle soon': { ...authority, name: 'Middle', by: 'root', keys: 'middle', endsInDays: 5 },
  'middle later': { ...authority, name: 'Middle', by: 'root', keys: 'middle', fromDays: 3 },
  'middle by stranger': { ...authority, name: 'Far middle', by: 'stranger' },
  'middle of the root’s name': { ...authority, name: 'Root', by: 'root' },
  // Has expired, and issued a certificate of the middle authority that ends later than the valid one.
  'dead end': { ...authority, name: 'Dead end', by: 'root', endsInDays: -3 },
  'middle by the dead end': {
    ...authority,
    name: 'Middle',
    by: 'dead end',
    keys: 'middle',
    endsInDays: 2000,
  },
  'middle by the stranger': {
    ...authority,
    name: 'Middle',
    by: 'stranger',
    keys: 'middle',
    endsInDays: 2500,
  },
  leaf: { by: 'middle' },
  'leaf of the root': { by: 'root' },
  'leaf later': { by: 'middle', fromDays: 2 },
  'leaf ended': { by: 'middle', endsInDays: -1 },
  'leaf soon': { by: 'middle', endsInDays: 6 },
  'leaf that tells': { by: 'middle', issuerUrl },
  'leaf of the same organisation': { by: 'middle of the root’s name' },
  'leaf of a stranger': { by: 'stranger' },
  'leaf under a stranger': { by: 'middle by stranger', issuerUrl },
  'leaf by a leaf': { by: 'leaf' },
  'leaf for clients': { by: 'middle', isForClients: true },
  'leaf of 1024 bits': { by: 'middle', rsaBits: 1024 },
  'leaf of another host': { by: 'middle', name: 'other.example' },
  itself: {},
  'itself later': { fromDays: 2 },
} as const satisfies Readonly<Record<string, Plan>>;
type Name = keyof typeof plans;

const made = new Map<string, Issued>();
const get = (name: string): Issued => {
  const one = made.get(name);
  if (!one) throw new Error(`not made: ${name}`);
  return one;
};
const trustedBefore = tls.getCACertificates('default');
beforeAll(async () => {
  for (const [id, plan] of Object.entries<Plan>(plans)) {
    const { by, keys, name = host, ...more } = plan;
    made.set(
      id,
      await issue({
        ...more,
        name,
        ...(by ? { by: get(by) } : {}),
        ...(keys ? { keys: get(keys).keys } : {}),
      }),
    );
  }
  tls.setDefaultCACertificates([get('root').cert]);
});
afterAll(() => tls.setDefaultCACertificates(trustedBefore));

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
async function serve(options: ServerOptions): Promise<number> {
  const server = createServer(options, (_request, response) => send(response, { body: 'hello' }));
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}
/** Checks as a document would configure it, by http and as a bare certificate, which must agree. */
async function look(port: number, more: object = {}): Promise<Observation> {
  const lookup = lookupTo('127.0.0.1');
  const patient = { timeoutMs: 5000, ...more };
  const [first, second] = await Promise.all([
    observe({ type: 'http', url: `https://${host}:${port}`, ...patient }, { lookup }),
    observe({ type: 'tls', host, port, ...patient }, { lookup }),
  ]);
  expect([second.verdict, second.reason]).toEqual([first.verdict, first.reason]);
  return first;
}
const sending = (...names: readonly Name[]): ServerOptions => ({
  cert: names.map((name) => get(name).cert).join('\n'),
  key: get(names[0] ?? '').key,
  // Allows the server weak keys.
  ciphers: 'DEFAULT@SECLEVEL=0',
});

describe('trusted', () => {
  const trusted: readonly (readonly Name[])[] = [
    ['leaf', 'middle'],
    ['leaf', 'middle', 'root'],
    ['leaf of the root'],
    // In the wrong order, with an extra one, or with an expired one next to the new: browsers accept all of these.
    ['leaf', 'root', 'middle'],
    ['leaf', 'middle', 'stranger'],
    ['leaf', 'middle ended', 'middle'],
    ['leaf', 'middle', 'middle soon'],
    ['leaf', 'middle by the dead end', 'dead end', 'middle'],
    ['leaf', 'middle', 'middle by the dead end', 'dead end', 'root'],
    ['leaf', 'middle by the stranger', 'stranger', 'middle'],
    ['leaf', 'middle by the stranger', 'middle'],
    ['leaf', 'middle', 'root by ended'],
    ['leaf', 'middle', 'root by ended', 'ended'],
    ['leaf', 'middle', 'root by ended, soon', 'ended'],
  ];
  test.each(trusted.map((names) => [names]))('%j', async (names) => {
    const seen = await look(await serve(sending(...names)));
    expect(seen).toMatchObject({ verdict: 'up', certificate: { trusted: true } });
    expect(seen.certificate?.chainEnd).toBeUndefined();
  });

  test('ends soon by a certificate that it depends on', async () => {
    const seen = await look(await serve(sending('leaf', 'middle soon')));
    expect([seen.verdict, seen.reason]).toEqual([
      'degraded',
      { code: 'certificate-chain-expiring', params: { name: 'Middle', days: 5, band: 7 } },
    ]);
  });

  test('ends soon by itself first', async () => {
    const seen = await look(await serve(sending('leaf soon', 'middle')));
    expect(seen.reason).toEqual({ code: 'certificate-expiring', params: { days: 6, band: 7 } });
  });
});

describe('refused', () => {
  const day = expect.any(Number) as number;
  test.each<[string, object, readonly Name[]]>([
    ['certificate-expired', { date: day }, ['leaf ended', 'middle']],
    ['certificate-not-yet-valid', { date: day }, ['leaf later', 'middle']],
    ['certificate-not-yet-valid', { date: day }, ['itself later']],
    ['certificate-not-yet-valid', { date: day }, ['leaf', 'middle later']],
    ['certificate-chain-expired', { name: 'Middle', date: day }, ['leaf', 'middle ended']],
    ['certificate-chain-expired', { name: 'Middle', date: day }, ['leaf', 'middle ended', 'root']],
    [
      'certificate-chain-expired',
      { name: 'Dead end', date: day },
      ['leaf', 'middle by the dead end', 'dead end'],
    ],
    [
      'certificate-untrusted',
      { issuer: 'Stranger' },
      ['leaf of a stranger', 'middle ended', 'middle', 'stranger'],
    ],
    ['certificate-incomplete', { issuer: 'Middle' }, ['leaf that tells']],
    ['certificate-incomplete', { issuer: 'Middle' }, ['leaf that tells', 'middle by stranger']],
    ['certificate-incomplete', { issuer: 'Root' }, ['leaf of the same organisation']],
    ['certificate-untrusted', { issuer: 'Stranger' }, ['leaf of a stranger']],
    ['certificate-untrusted', { issuer: 'Stranger' }, ['leaf of a stranger', 'stranger']],
    [
      'certificate-untrusted',
      { issuer: 'Far middle' },
      ['leaf under a stranger', 'middle by stranger'],
    ],
    ['certificate-untrusted', { issuer: host }, ['itself']],
    ['certificate-untrusted', { issuer: 'Stranger' }, ['stranger']],
    ['certificate-invalid', {}, ['leaf for clients', 'middle']],
    ['certificate-weak', {}, ['leaf of 1024 bits', 'middle']],
    ['certificate-wrong-host', { host }, ['leaf of another host', 'middle']],
  ])('%s %j: %j', async (code, params, names) => {
    const seen = await look(await serve(sending(...names)));
    expect([seen.verdict, seen.reason]).toEqual(['down', { code, params }]);
  });

  test('for the address in place of the name, unless it is in the certificate', async () => {
    const port = await serve(sending('leaf', 'middle'));
    const at = (address: string) =>
      observe(
        { type: 'tls', host: address, port, timeoutMs: 5000 },
        { lookup: lookupTo('127.0.0.1') },
      );
    expect((await at('127.0.0.1')).verdict).toBe('up');
    expect((await at('localhost')).reason?.code).toBe('certificate-wrong-host');
  });
});

test.each<[string, readonly Name[]]>([
  ['up', ['itself']],
  ['up', ['leaf', 'middle ended']],
  ['up', ['leaf under a stranger']],
  ['down', ['itself later']],
  ['down', ['leaf ended', 'middle']],
])('where the document allows any authority: %s, %j', async (verdict, names) => {
  const port = await serve(sending(...names));
  expect((await look(port, { certificate: { trust: 'any' } })).verdict).toBe(verdict);
});

describe('no encryption comes about', () => {
  test('with a server that is too old', async () => {
    const old = {
      ...sending('leaf', 'middle'),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
    } as const;
    const seen = await look(await serve(old));
    expect([seen.verdict, seen.reason?.code]).toEqual(['down', 'tls-too-old']);
  });

  test('with a server that lets in known visitors only: it is there, but not for us', async () => {
    const port = await serve({ ...sending('leaf', 'middle'), requestCert: true });
    const seen = await observe(
      { type: 'http', url: `https://${host}:${port}`, timeoutMs: 5000 },
      { lookup: lookupTo('127.0.0.1') },
    );
    expect([seen.verdict, seen.reason?.code]).toEqual(['no-access', 'tls-client-certificate']);
  });
});
