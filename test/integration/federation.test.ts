import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { createBudget } from '../../main/platform/net/budget.ts';
import type { Net } from '../../main/platform/net/index.ts';
import { createNet } from '../../main/platform/net/index.ts';
import type { ResolveSrv } from '../../main/core/status/probes/federation-way.ts';
import { createAskTester } from '../../main/core/status/probes/federation-tester.ts';
import { createProbe } from '../../main/core/status/probes/index.ts';
import { expandPreset } from '../../shared/coop/presets.ts';
import { ProbeSchema } from '../../shared/coop/probe.ts';
import type { FederationServer } from '../servers/federation.ts';
import {
  delegationPath,
  reply,
  report,
  reportPath,
  startFederation,
  versionPath,
} from '../servers/federation.ts';
import { lookupTo, phaseMs } from './probing.ts';

const serverName = 'matrix.example';
let server: FederationServer;
beforeEach(async () => {
  server = await startFederation({ host: serverName });
});
afterEach(() => server.stop());

/** Every name resolves to loopback, and port 443 is the stand-in's. */
function loopback(): Net {
  const net = createNet({ budget: createBudget(8), lookup: lookupTo('127.0.0.1') });
  return {
    ...net,
    request: (request) =>
      net.request(
        new URL(request.url).port === '' && !request.at && request.url.startsWith('https:')
          ? { ...request, at: { host: serverName, port: server.port } }
          : request,
      ),
  };
}

const failing = (code: string) => Object.assign(new Error(code), { code });
const noRecord: ResolveSrv = () => Promise.reject(failing('ENOTFOUND'));

/** A minimal SRV record: target and priority. */
const record = (port: number, priority = 10, weight = 0, name = `p${port}.example`) => ({
  name,
  port,
  priority,
  weight,
});

function observe(more: object = {}, resolveSrv: ResolveSrv = noRecord) {
  const probe = v.parse(ProbeSchema, {
    type: 'federation',
    serverName,
    certificate: { trust: 'any' },
    timeoutMs: phaseMs,
    ...more,
  });
  const run = createProbe({ net: loopback(), resolveSrv });
  return run(expandPreset(probe), new AbortController().signal);
}

const here = () => reply({ 'm.server': `${serverName}:${server.port}` });

describe('a Matrix server is found', () => {
  test('by the port in its name, without asking further', async () => {
    const seen = await observe({ serverName: `${serverName}:${server.port}` });
    expect([seen.verdict, server.asked]).toEqual(['up', [versionPath]]);
    expect(seen.certificate?.issuer).toBe('Test authority');
  });

  test('by its delegation', async () => {
    server.answer(delegationPath, here());
    expect((await observe()).verdict).toBe('up');
    expect(server.asked).toEqual([delegationPath, versionPath]);
  });

  test('by the newer of its records, in the order of their priority', async () => {
    const records: ResolveSrv = async (name) =>
      name === `_matrix-fed._tcp.${serverName}`
        ? [record(1, 20), record(server.port, 10)]
        : [record(1, 0)];
    expect((await observe({}, records)).verdict).toBe('up');
  });

  test('by the older record of the name it delegates to', async () => {
    server.answer(delegationPath, reply({ 'm.server': 'synapse.example' }));
    const asked: string[] = [];
    const records: ResolveSrv = async (name) => {
      asked.push(name);
      if (name.startsWith('_matrix-fed')) throw failing('ENODATA');
      return [record(server.port)];
    };
    expect((await observe({}, records)).verdict).toBe('up');
    expect(asked).toEqual(['_matrix-fed._tcp.synapse.example', '_matrix._tcp.synapse.example']);
  });

  test('at port 8448 when nothing says otherwise', async () => {
    const seen = await observe();
    expect(seen).toMatchObject({ verdict: 'down', reason: { code: 'refused' } });
  });

  test.each(['169.254.169.254', '[fe80::1]:443'])(
    'but not at %s, where a delegation may not lead',
    async (address) => {
      server.answer(delegationPath, reply({ 'm.server': address }));
      expect(await observe()).toMatchObject({ reason: { code: 'address-forbidden' } });
    },
  );

  test('but not at such an address by its record either', async () => {
    const records: ResolveSrv = async () => [record(443, 0, 0, '169.254.169.254')];
    expect(await observe({}, records)).toMatchObject({ reason: { code: 'address-forbidden' } });
  });

  test('but not where its certificate is for another name', async () => {
    const records: ResolveSrv = async () => [record(server.port)];
    const seen = await observe({ certificate: {}, serverName: 'other.example' }, records);
    expect(seen.verdict).toBe('down');
    expect(seen.reason?.code).toMatch(/^certificate-(wrong-host|untrusted)$/);
  });
});

describe('a Matrix server with several places', () => {
  const at = (...records: ReturnType<typeof record>[]) => observe({}, async () => records);

  test('of which the first fails is degraded, and that place is named', async () => {
    expect(await at(record(server.port, 20), record(1, 10))).toMatchObject({
      verdict: 'degraded',
      reason: { code: 'federation-partly', params: { host: 'p1.example:1' } },
      certificate: { issuer: 'Test authority' },
    });
  });

  test('of one priority is asked at the heavier first', async () => {
    expect((await at(record(1, 10, 1), record(server.port, 10, 9))).verdict).toBe('up');
    expect((await at(record(1, 10, 9), record(server.port, 10, 1))).verdict).toBe('degraded');
  });

  test('of which all fail is down, with the reason that tells most', async () => {
    server.answer(versionPath, { status: 502 });
    const seen = await at(record(1, 10), record(server.port, 20), record(2, 30));
    expect(seen).toMatchObject({
      verdict: 'down',
      reason: { code: 'status', params: { got: 502 } },
    });
    expect((await at(record(1), record(2))).reason?.code).toBe('refused');
  });

  test('of which one does not let us in is not known to be down', async () => {
    server.answer(versionPath, { status: 429, headers: { 'retry-after': '60' } });
    expect(await at(record(1, 10), record(server.port, 20))).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'refuses-us' },
      waitMs: 60_000,
    });
  });

  test('is tried at five of them, no more', async () => {
    const many = [1, 2, 3, 4, 5].map((port) => record(port, port));
    expect((await at(...many, record(server.port, 6))).verdict).toBe('down');
    expect((await at(...many.slice(1), record(server.port, 6))).verdict).toBe('degraded');
  });

  test('that its owner says it has not, is down', async () => {
    expect(await at(record(0, 0, 0, '.'))).toMatchObject({
      verdict: 'down',
      reason: { code: 'dns-answer' },
    });
  });

  test('is not looked for by the older record while the newer is there', async () => {
    const asked: string[] = [];
    await observe({}, async (name) => {
      asked.push(name);
      return [record(1)];
    });
    expect(asked).toEqual([`_matrix-fed._tcp.${serverName}`]);
  });
});

describe('a Matrix server that is not found', () => {
  test.each([
    ['ESERVFAIL', 'dns-failed'],
    ['ETIMEOUT', 'dns-failed'],
    ['EREFUSED', 'dns-failed'],
    ['ENODATA', 'refused'],
    ['ENOTFOUND', 'refused'],
  ])('where its record answers %s is told as %s', async (code, told) => {
    const seen = await observe({}, () => Promise.reject(failing(code)));
    expect([seen.verdict, seen.reason?.code]).toEqual(['down', told]);
  });

  test.each([
    ['is missing', { status: 404 }, 'down', 'refused'],
    ['is a page', { body: '<html>' }, 'down', 'refused'],
    ['is forbidden', { status: 403 }, 'down', 'refused'],
    ['is broken', { status: 502 }, 'down', 'status'],
    ['is kept from us', { status: 429 }, 'unknown', 'refuses-us'],
    [
      'is behind a guard',
      { status: 403, headers: { 'cf-mitigated': 'challenge' } },
      'unknown',
      'bot-guard',
    ],
  ])('and whose delegation %s', async (_what, reply, verdict, code) => {
    server.answer(delegationPath, reply);
    const seen = await observe();
    expect([seen.verdict, seen.reason?.code]).toEqual([verdict, code]);
  });

  test.each([
    ['is missing', { status: 404 }],
    ['is kept from us', { status: 429 }],
  ])('by a delegation, which %s, but by its record is up', async (_what, reply) => {
    server.answer(delegationPath, reply);
    expect((await observe({}, async () => [record(server.port)])).verdict).toBe('up');
  });
});

describe('a Matrix server that answers', () => {
  beforeEach(() => server.answer(delegationPath, here()));

  test.each([
    ['with an error', { status: 502 }, 'status'],
    ['with a page', { body: '<html>' }, 'federation-answer'],
    ['with other data', reply({ ok: true }), 'federation-answer'],
  ])('%s is down', async (_what, answer, code) => {
    server.answer(versionPath, answer);
    expect(await observe()).toMatchObject({ verdict: 'down', reason: { code } });
  });

  test.each([
    ['says no', report(false), 'degraded', 'federation-tester'],
    ['says yes', report(true), 'up', undefined],
    ['is broken', { status: 500 }, 'up', undefined],
    ['says what nobody understands', reply({ FederationOK: 'no' }), 'up', undefined],
  ])('while the tester %s', async (_what, answer, verdict, code) => {
    const tester = await startFederation({ plain: true });
    tester.answer(reportPath, answer);
    const seen = await observe({ tester: tester.url + reportPath });
    await tester.stop();
    expect([seen.verdict, seen.reason?.code]).toEqual([verdict, code]);
  });
});

test('a tester is asked at most once an hour, also when it is silent', async () => {
  const tester = await startFederation({ plain: true });
  tester.answer(reportPath, report(false));
  let nowMs = 0;
  const ask = createAskTester({ net: loopback(), monotonicMs: () => nowMs });
  const { signal } = new AbortController();
  const hear = () => ask(tester.url + reportPath, serverName, signal);
  expect([await hear(), await hear()]).toEqual([false, false]);
  expect(tester.asked).toHaveLength(1);
  nowMs = 3_600_000;
  await tester.stop();
  expect([await hear(), await hear()]).toEqual([undefined, undefined]);
  await tester.start();
  expect(await hear()).toBeUndefined();
  nowMs = 7_200_000;
  expect(await hear()).toBe(false);
  await tester.stop();
});
