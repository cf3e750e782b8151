import { Resolver } from 'node:dns/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeCertificate } from '../servers/certificates.ts';
import { records, startNameServer } from '../servers/dns.ts';
import type { Manner, NameServer } from '../servers/dns.ts';
import { behaviours, startFaulty } from '../servers/faulty/sockets.ts';
import { listen, send } from '../servers/http.ts';
import type { Listener } from '../servers/http.ts';
import { observe } from './probing.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function secure(options: { host?: string; endsInDays: number }): Promise<Listener> {
  const listener = await listen((_request, response) => send(response, { body: 'hello' }), {
    certificate: await makeCertificate(options),
  });
  stops.push(listener.stop);
  return listener;
}

describe('a certificate', () => {
  test('of an unknown authority is refused, and its authority named', async () => {
    const { url } = await secure({ endsInDays: 90 });
    const seen = await observe({ type: 'http', url });
    expect(seen).toMatchObject({
      verdict: 'down',
      reason: { code: 'certificate-untrusted', params: { issuer: 'Test authority' } },
    });
  });

  test.each([
    [90, 'up', undefined],
    [20, 'degraded', 21],
    [13, 'degraded', 14],
    [6, 'degraded', 7],
    [-1, 'down', undefined],
  ])(
    'that ends in %i days, where the document allows any authority, is %s',
    async (endsInDays, verdict, band) => {
      const { url, port } = await secure({ endsInDays });
      const certificate = { trust: 'any' };
      for (const probe of [
        { type: 'http', url, certificate },
        { type: 'tls', host: '127.0.0.1', port, certificate },
      ]) {
        const seen = await observe(probe);
        expect(seen.verdict).toBe(verdict);
        expect(seen.reason?.params['band']).toBe(band);
        if (verdict === 'down') expect(seen.reason?.code).toBe('certificate-expired');
        else expect(seen.certificate).toMatchObject({ trusted: false, issuer: 'Test authority' });
      }
    },
  );

  test('is not asked of a server that does not speak TLS', async () => {
    const plain = await startFaulty(behaviours.garbage);
    stops.push(plain.stop);
    const seen = await observe({ type: 'tls', host: '127.0.0.1', port: plain.port });
    expect(['tls-failed', 'reset']).toContain(seen.reason?.code);
  });

  test('that the server has for other names only', async () => {
    const other = await startFaulty(behaviours.unknownName);
    stops.push(other.stop);
    const seen = await observe({ type: 'tls', host: '127.0.0.1', port: other.port });
    expect(seen).toMatchObject({
      verdict: 'down',
      reason: { code: 'tls-unknown-name', params: { host: '127.0.0.1' } },
    });
  });

  test('that never comes is a timeout of its phase', async () => {
    const silent = await startFaulty(behaviours.silentBeforeTls);
    stops.push(silent.stop);
    const seen = await observe({ type: 'http', url: `https://127.0.0.1:${silent.port}` });
    expect(seen.reason).toEqual({ code: 'timeout', params: { phase: 'tls', seconds: 0.3 } });
    expect(silent.open()).toBeLessThanOrEqual(1);
  });

  test('that is refused has cost no word: nothing is said to a stranger', async () => {
    let requests = 0;
    const listener = await listen(
      (_request, response) => {
        requests += 1;
        send(response, { body: 'hello' });
      },
      { certificate: await makeCertificate({ endsInDays: 90 }) },
    );
    stops.push(listener.stop);
    const seen = await observe({ type: 'http', url: listener.url });
    expect([seen.reason?.code, requests]).toEqual(['certificate-untrusted', 0]);
  });

  test('gives its phase a time', async () => {
    const { url } = await secure({ endsInDays: 90 });
    const seen = await observe({ type: 'http', url, certificate: { trust: 'any' } });
    expect(Object.keys(seen.timings)).toEqual(['connect', 'tls', 'firstByte', 'body', 'total']);
  });

  test('does not save a redirect from https to http', async () => {
    const listener = await listen(
      (_request, response) =>
        send(response, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
      { certificate: await makeCertificate({ endsInDays: 90 }) },
    );
    stops.push(listener.stop);
    const seen = await observe({ type: 'http', url: listener.url, certificate: { trust: 'any' } });
    expect(seen.reason?.code).toBe('redirect-refused');
  });

  test('no variable makes a stranger’s certificate one that is believed', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { url } = await secure({ endsInDays: 90 });
    expect((await observe({ type: 'http', url })).reason?.code).toBe('certificate-untrusted');
    vi.unstubAllEnvs();
  });
});

describe('tcp', () => {
  test('is up when the port takes a connection', async () => {
    const open = await startFaulty(behaviours.noFirstByte);
    stops.push(open.stop);
    expect(await observe({ type: 'tcp', host: '127.0.0.1', port: open.port })).toMatchObject({
      verdict: 'up',
    });
  });

  test('is down when it is refused', async () => {
    const closed = await startFaulty(behaviours.noFirstByte);
    await closed.stop();
    const seen = await observe({ type: 'tcp', host: '127.0.0.1', port: closed.port });
    expect(seen.reason?.code).toBe('refused');
  });
});

describe('dns', () => {
  const ask = async (manner: Manner, more: object = {}) => {
    const server: NameServer = await startNameServer(manner);
    stops.push(server.stop);
    return observe({ type: 'dns', name: 'chat.example', server: server.address, ...more });
  };

  test.each([
    ['203.0.113.7', {}, 'up', undefined],
    ['203.0.113.7', { contains: '203.0.113.7' }, 'up', undefined],
    ['203.0.113.7', { contains: '198.51.100.1' }, 'down', 'dns-answer'],
    ['nxdomain', {}, 'down', 'dns-not-found'],
    ['servfail', {}, 'down', 'dns-failed'],
    ['silence', {}, 'down', 'timeout'],
  ])('%s, %o: %s', async (manner, more, verdict, code) => {
    const seen = await ask(manner, more);
    expect([seen.verdict, seen.reason?.code]).toEqual([verdict, code]);
  });

  test.each(['169.254.169.254', '169.254.169.253:53', '[fe80::53]:53', '[2002:a9fe:a9fe::1]'])(
    'a name server at %s is not asked',
    async (server) => {
      const seen = await observe({ type: 'dns', name: 'chat.example', server });
      expect([seen.verdict, seen.reason?.code]).toEqual(['down', 'address-forbidden']);
    },
  );

  const { ns, cname, soa, ptr, mx, txt, aaaa, srv, caa } = records;
  const v6 = aaaa(0x20_01, 0xd_b8, 0, 0, 0, 0, 0, 1);
  const spf = txt('v=spf1 include:_spf.mail.ex', 'ample -all');

  test.each<[string, Manner, string, string]>([
    ['A', '192.0.2.100', '192.0.2.100', '192.0.2.10'],
    ['AAAA', [v6], '2001:DB8::1', '2001:db8::'],
    ['CNAME', [cname('Web.Example')], 'web.example', 'b.example'],
    ['NS', [ns('NS1.Example'), ns('ns2.example')], 'ns1.example.', 's1.example'],
    ['PTR', [ptr('Mail.Example')], 'mail.example', 'ail.example'],
    ['MX', [mx(10, 'MX1.Mail.Example')], 'mx1.mail.example', 'MX'],
    ['MX', [mx(20, 'mx2.example'), mx(10, 'mx1.example')], '10 mx1.example', '10 mx2.example'],
    ['SRV', [srv(10, 5, 443, 'SIP.example')], '10 5 443 sip.example', 'SRV'],
    ['TXT', [spf], 'include:_spf.mail.example', '+all'],
    ['CAA', [caa(0, 'issue', 'letsencrypt.org')], 'letsencrypt.org', 'encrypt.org'],
    ['SOA', [soa('NS1.Example', 'admin.example', 7, 1, 2, 3, 4)], 'ns1.example', 's1.example'],
  ])('%s, %o: up with “%s”, down with “%s”', async (record, manner, right, wrong) => {
    const seen = [];
    for (const contains of [right, wrong]) seen.push(await ask(manner, { record, contains }));
    expect(seen.map((one) => one.verdict)).toEqual(['up', 'down']);
  });

  test('what it says instead is told as a zone file has it', async () => {
    const seen = await ask([mx(10, 'MX1.Example')], { record: 'MX', contains: 'mx2.example' });
    expect(seen.reason).toEqual({ code: 'dns-answer', params: { got: '10 MX1.Example' } });
  });

  test.each([
    [undefined, 'up'],
    ['some', 'up'],
    ['every', 'down'],
  ])('of several, with of: %s, one stranger is %s', async (of, verdict) => {
    const manner = [mx(10, 'mx1.mail.example'), mx(20, 'mx.stranger.example')];
    const seen = await ask(manner, { record: 'MX', contains: '.mail.example', of });
    expect(seen.verdict).toBe(verdict);
  });

  test.each([
    ['203.0.113.7', '7.113.0.203.in-addr.arpa'],
    ['[2001:db8::1]', `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`],
  ])('the name of %s is looked up where the DNS keeps it', async (name, kept) => {
    const asked = vi.spyOn(Resolver.prototype, 'resolve');
    const seen = await ask([ptr('mail.example')], { record: 'PTR', name });
    expect([seen.verdict, asked.mock.calls[0]?.[0]]).toEqual(['up', kept]);
    asked.mockRestore();
  });
});
