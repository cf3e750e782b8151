/**
 * A name with several addresses: the first that answers is used, and of several failures the most specific is reported.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { behaviours, startFaulty } from '../servers/faulty/sockets.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { observe, lookupTo } from './probing.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
async function serve(): Promise<FaultyServer> {
  const server = await startFaulty(behaviours.noFirstByte);
  stops.push(server.stop);
  return server;
}

/** From the documentation range (RFC 3849): no host has it, and most machines have no route to it. */
const nobody = '2001:db8::1';
/** Local, but nothing listens there: the tests' servers listen at 127.0.0.1 only. */
const closed = ['127.0.0.2', '127.0.0.3', '127.0.0.4'] as const;

describe('one of them works', () => {
  test.each<readonly string[]>([
    ['127.0.0.1'],
    ['127.0.0.1', nobody],
    [nobody, '127.0.0.1'],
    ['::1', '127.0.0.1'],
    [...closed, '127.0.0.1'],
    [nobody, ...closed, '127.0.0.1', '127.0.0.1'],
    ['169.254.169.254', '127.0.0.1'],
  ])('%s %s %s %s', async (...addresses) => {
    const { port, accepted } = await serve();
    const lookup = lookupTo(...addresses.filter((one) => typeof one === 'string'));
    const seen = await observe({ type: 'tcp', host: 'several.example', port }, { lookup });
    expect(seen).toMatchObject({ verdict: 'up' });
    expect(accepted()).toBe(1);
  });
});

describe('none of them works', () => {
  test.each<[string, readonly string[]]>([
    ['refused', ['127.0.0.1', nobody]],
    ['refused', [nobody, '127.0.0.1']],
    ['refused', [nobody, '::1', '127.0.0.1', '127.0.0.2']],
    ['refused', ['169.254.169.254', nobody, '127.0.0.1']],
    ['address-forbidden', ['169.254.169.254', 'fe80::1']],
  ])('%s: %j', async (code, addresses) => {
    const { port, stop } = await serve();
    await stop();
    stops.pop();
    const probe = { type: 'tcp', host: 'several.example', port };
    const seen = await observe(probe, { lookup: lookupTo(...addresses) });
    expect([seen.verdict, seen.reason?.code]).toEqual(['down', code]);
  });
});

test('what this machine has no more of is no fault of the service', async () => {
  const lookup: Parameters<typeof observe>[1] = {
    lookup: (_name, _options, callback) => {
      const error = Object.assign(new Error('too many open files'), { code: 'EMFILE' });
      setImmediate(() => callback(error, []));
    },
  };
  const seen = await observe({ type: 'tcp', host: 'several.example', port: 1 }, lookup);
  expect([seen.verdict, seen.reason?.code]).toEqual(['unknown', 'internal']);
});

test('a connection that was given up leaves no socket', async () => {
  const { port, open } = await serve();
  const leaving = new AbortController();
  const seen = observe(
    { type: 'http', url: `http://several.example:${port}`, timeoutMs: 5000 },
    { lookup: lookupTo('127.0.0.2', '127.0.0.1', nobody), signal: leaving.signal },
  );
  await expect.poll(open).toBe(1);
  leaving.abort(new Error('gone'));
  await expect(seen).rejects.toThrow('gone');
  await expect.poll(open).toBe(0);
});

test('a port that cannot be is no fault of the server', async () => {
  const net = createNet({ budget: createBudget(1), lookup: lookupTo('127.0.0.1') });
  const { signal } = new AbortController();
  const connected = net.connect({ host: 'several.example', port: 70_000, signal, phaseMs: 300 });
  await expect(connected).rejects.toThrow(RangeError);
});

describe('a place', () => {
  test.each<[what: string, probe: object, silentAt: string]>([
    ['a port', { type: 'tcp', host: 'silent.example', port: 25 }, 'silent.example:25'],
    ['a certificate', { type: 'tls', host: 'Silent.example' }, 'silent.example:443'],
    ['a page', { type: 'http', url: 'https://silent.example/a' }, 'silent.example:443'],
  ])('where %s cannot be asked for in all the time is told', async (_what, probe, silentAt) => {
    expect(await observe(probe, { lookup: () => undefined })).toMatchObject({
      verdict: 'down',
      reason: { code: 'timeout', params: { phase: 'dns' } },
      silentAt,
    });
  });

  test('that takes the connection, and says nothing then, is not silent', async () => {
    const { port } = await serve();
    const url = `http://127.0.0.1:${port}/`;
    const seen = await observe({ type: 'http', url });
    expect(seen.reason?.params).toMatchObject({ phase: 'firstByte' });
    expect(seen).not.toHaveProperty('silentAt');
  });
});
