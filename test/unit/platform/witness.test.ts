import { Resolver } from 'node:dns/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createAskPlace, createAskTime, createAskWitness } from '../../../main/platform/witness.ts';
import { listenTo } from '../../../main/platform/listening-net.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import type { Answered, Heard, Place } from '../../../shared/net/answers.ts';
import type { ProxyFault } from '../../../shared/net/proxy-answer.ts';
import { reason } from '../../../shared/observation/observation.ts';

const { signal } = new AbortController();
const date = 'Tue, 24 Nov 2026 14:00:00 GMT';
const trusted = { certificate: { validToUtcMs: 0, issuer: 'x', trusted: true } };

function netOf(answer: Partial<Answer> | NetError): Net & { asked: Request[] } {
  const asked: Request[] = [];
  return {
    asked,
    within: (_signal, work) => work(),
    connect: async () => {
      if (answer instanceof NetError) throw answer;
      return { timings: {}, ...('certificate' in answer ? trusted : {}) };
    },
    request: async (request) => {
      asked.push(request);
      if (answer instanceof NetError) throw answer;
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
    },
  };
}
const fault = (code: Parameters<typeof reason>[0]) => new NetError(reason(code));
const proofOf = (heard: Answered | ProxyFault | undefined) =>
  typeof heard === 'object' ? heard.proof : heard;

describe('a witness', () => {
  test.each<[name: string, url: string, Partial<Answer> | NetError, word: object]>([
    ['as itself', 'http://w.example/', { body: 'all is well' }, { testimony: 'answered' }],
    [
      'with the time',
      'http://w.example/',
      { body: 'all is well', headers: { date } },
      { time: { serverUtcMs: Date.UTC(2026, 10, 24, 14), place: { host: 'w.example' } } },
    ],
    [
      'with another text over plain http',
      'http://w.example/',
      { body: 'Sign in', headers: { date } },
      { testimony: 'intercepted', page: { status: 200, text: 'Sign in' } },
    ],
    [
      'behind a proxy that refuses it, as a sign-in page does',
      'http://w.example/',
      fault('proxy-refuses'),
      { testimony: 'silent', proxyFault: 'proxy-silent' },
    ],
    [
      'that sends away',
      'http://w.example/',
      { status: 302, headers: { location: 'http://portal.example/' } },
      { testimony: 'intercepted', page: { leadsTo: 'portal.example:80' } },
    ],
    [
      'with another text, but with its certificate',
      'https://w.example/',
      { body: 'We have moved', ...trusted },
      { testimony: 'answered' },
    ],
    [
      'with an error, but with its certificate',
      'https://w.example/',
      { status: 503, ...trusted },
      { testimony: 'answered' },
    ],
    [
      'with another’s certificate',
      'https://w.example/',
      fault('certificate-wrong-host'),
      { testimony: 'intercepted' },
    ],
    [
      'with a certificate that is refused for its dates',
      'https://w.example/',
      fault('certificate-not-yet-valid'),
      { testimony: 'silent', untimely: { host: 'w.example', speaks: 'https' } },
    ],
    ['that refuses', 'http://w.example/', fault('refused'), { testimony: 'silent' }],
  ])('%s', async (_name, url, answer, word) => {
    const ask = createAskWitness({ net: netOf(answer) });
    expect(await ask({ url, contains: 'all is well' }, signal)).toMatchObject(word);
  });

  test('whose page is a stranger’s tells no time', async () => {
    const ask = createAskWitness({ net: netOf({ body: 'Sign in', headers: { date } }) });
    expect(await ask({ url: 'http://w.example/', contains: 'well' }, signal)).not.toHaveProperty(
      'time',
    );
  });
});

describe('a place that is asked once more', () => {
  const place = (speaks: Place['speaks']): Place => ({ host: 'a.example', port: 443, speaks });
  test.each<[speaks: Place['speaks'], Partial<Answer> | NetError, proof: string | undefined]>([
    ['https', trusted, 'verified'],
    ['tls', trusted, 'verified'],
    ['https', fault('certificate-untrusted'), undefined],
    ['https', fault('certificate-expired'), 'plain'],
    ['tcp', {}, 'plain'],
    ['tcp', fault('refused'), undefined],
    ['http', { body: 'The forum' }, 'plain'],
    ['http', fault('body-too-large'), 'plain'],
    ['http', { status: 302, headers: { location: 'http://portal.example/' } }, undefined],
    // What is in the way says so itself.
    ['https', fault('proxy-silent'), 'proxy-silent'],
    ['http', fault('proxy-login'), 'proxy-login'],
    ['tcp', fault('proxy-refuses'), undefined],
  ])('over %s: %#', async (speaks, answer, proof) => {
    const heard = await createAskPlace({ net: netOf(answer) })(place(speaks), signal);
    expect(proofOf(heard)).toBe(proof);
  });

  test('over plain http shows its page', async () => {
    const net = netOf({ body: 'The forum' });
    expect(
      await createAskPlace({ net })({ host: '::1', port: 80, speaks: 'http' }, signal),
    ).toMatchObject({
      page: { status: 200, text: 'The forum' },
    });
    expect(net.asked[0]?.url).toBe('http://[::1]:80/');
  });
});

describe('a name server that is asked once more', () => {
  const ask = async (host: string) => {
    const asked = vi.spyOn(Resolver.prototype, 'resolveNs').mockResolvedValue([]);
    const net = netOf({});
    const heard = await createAskPlace({ net })({ host, port: 53, speaks: 'dns' }, signal);
    return [asked.mock.calls.length, proofOf(heard)];
  };
  afterEach(() => void vi.restoreAllMocks());

  test.each(['192.0.2.53', '2001:db8::53', '127.0.0.1'])('%s is', async (host) => {
    expect(await ask(host)).toEqual([1, 'plain']);
  });
  test.each(['169.254.169.254', 'fe80::53', '2002:a9fe:a9fe::1', '224.0.0.251'])(
    '%s, at an address that is never asked, is not',
    async (host) => {
      expect(await ask(host)).toEqual([0, undefined]);
    },
  );
});

describe('a server that is asked for the time', () => {
  test.each<[Place['speaks'], port: number, asked: number]>([
    ['https', 8443, 1],
    ['tls', 443, 1],
    ['tls', 993, 0],
    ['tcp', 443, 0],
  ])('over %s, port %d: %d times', async (speaks, port, asked) => {
    const net = netOf({ headers: { date } });
    const time = await createAskTime({ net })({ host: 'a.example', port, speaks }, signal);
    expect([net.asked.length, time]).toEqual([
      asked,
      asked ? Date.UTC(2026, 10, 24, 14) : undefined,
    ]);
    expect(net.asked.map(({ method, trust, bodyBytes }) => [method, trust, bodyBytes])).toEqual(
      asked ? [['HEAD', 'unverified', 0]] : [],
    );
  });
});

test('whatever is asked through the way out is heard, and handed on', async () => {
  const heard: Heard[] = [];
  const ask = {
    url: 'https://A.example',
    signal,
    phaseMs: 1,
    bodyBytes: 0,
    redirects: 0,
    trust: 'system',
  } as const;
  const hear = (one: Heard) => void heard.push(one);
  const answer = await listenTo(netOf({ headers: { date }, ...trusted }), hear).request(ask);
  expect(answer.status).toBe(200);
  await expect(listenTo(netOf(fault('certificate-expired')), hear).request(ask)).rejects.toThrow(
    'expired',
  );
  const target = { host: 'b.example', port: 25, signal, phaseMs: 1 };
  await listenTo(netOf({}), hear).connect(target);
  await expect(listenTo(netOf(fault('refused')), hear).connect(target)).rejects.toThrow('refused');
  expect(heard).toMatchObject([
    { answer: { proof: 'verified', place: { host: 'a.example' } } },
    { untimely: { host: 'a.example' } },
    { answer: { proof: 'plain', place: { host: 'b.example', speaks: 'tcp' } } },
    {},
  ]);
});
