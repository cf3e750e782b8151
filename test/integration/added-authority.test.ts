/** An authority that somebody has added to this machine: a co-op's own, or that of a network that inspects TLS. */
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { CertificateOptions, Issued } from '../servers/authority.ts';
import { issue } from '../servers/authority.ts';
import { listen, send } from '../servers/http.ts';
import { startHttpProxy } from '../servers/proxy/http.ts';
import { lookupTo, observe } from './probing.ts';
import { through } from './proxy/through.ts';

const host = 'far.example';
const real = tls.getCACertificates;
let added: Issued;
let stranger: Issued;
beforeAll(async () => {
  added = await issue({ name: 'Inspector', isAuthority: true });
  stranger = await issue({ name: 'Stranger', isAuthority: true });
  tls.getCACertificates = (kind) => (kind === 'system' ? [...real(kind), added.cert] : real(kind));
  syncBuiltinESMExports();
});
afterAll(() => {
  tls.getCACertificates = real;
  syncBuiltinESMExports();
});

// Where the tests run, they may be set.
beforeEach(() => {
  for (const name of ['SSL_CERT_FILE', 'SSL_CERT_DIR']) vi.stubEnv(name, undefined);
});
const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) await stop();
});

/** A server with a certificate of one of them. */
async function serve(by: Issued, more: Partial<CertificateOptions> = {}): Promise<number> {
  const certificate = await issue({ name: host, by, ...more });
  const server = await listen((_request, response) => send(response, { body: 'hello' }), {
    certificate,
  });
  stops.push(server.stop);
  return server.port;
}
const look = async (port: number) => {
  const lookup = lookupTo('127.0.0.1');
  return observe({ type: 'http', url: `https://${host}:${port}`, timeoutMs: 5000 }, { lookup });
};

test('vouches for a server, as in the browsers of this machine', async () => {
  expect(await look(await serve(added))).toMatchObject({
    verdict: 'up',
    certificate: { trusted: true, issuer: 'Inspector' },
  });
});

test.each([
  ['another authority', () => serve(stranger), 'certificate-untrusted'],
  ['an expired certificate', () => serve(added, { endsInDays: -3 }), 'certificate-expired'],
  ['another name', () => serve(added, { name: 'near.example' }), 'certificate-wrong-host'],
])('does not vouch for %s', async (_what, start, code) => {
  expect((await look(await start())).reason?.code).toBe(code);
});

test('no variable adds one', async () => {
  vi.stubEnv('SSL_CERT_FILE', '/dev/null');
  expect((await look(await serve(added))).reason?.code).toBe('certificate-untrusted');
});

test('vouches for a proxy that is spoken to over TLS, and for what is behind it', async () => {
  const certificate = await issue({ name: host, by: added });
  const proxy = await startHttpProxy({ certificate });
  stops.push(proxy.stop);
  const port = await serve(added);
  const variables = { all_proxy: `https://${host}:${proxy.port}` };
  const way = through(variables, { timeoutMs: 5000, lookup: lookupTo('127.0.0.1') });
  const seen = await way.observe({ type: 'http', url: `https://${host}:${port}` });
  expect(seen).toMatchObject({ verdict: 'up', proxy: `${host}:${proxy.port}` });
});
