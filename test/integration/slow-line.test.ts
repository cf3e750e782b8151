/**
 * A line with a round trip of 300 ms, as over a satellite or a bad mobile network: longer than the delay until the next
 * address of a name is tried. Nothing that works may be reported down because of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../shared/observation/observation.ts';
import type { SlowLine } from '../servers/slow-line/index.ts';
import { addresses, startSlowLine } from '../servers/slow-line/index.ts';

const roundTripMs = 300;
const { far, farIpv6, swallowed, swallowedIpv6, unreachableIpv6 } = addresses;
const hosts = {
  'one.test': [far],
  'six.test': [farIpv6],
  'both.test': [farIpv6, far],
  'unreachable.test': [unreachableIpv6, far],
  'swallowed.test': [swallowedIpv6[0], far],
  'four.test': [...swallowed, swallowedIpv6[0], far],
  'six-dead.test': [...swallowed, ...swallowedIpv6, far],
  'nowhere.test': [swallowedIpv6[0], swallowed[0]],
  'no-way.test': [unreachableIpv6],
};
type Name = keyof typeof hosts;

// Namespaces need Linux and root, as in CI.
const canRun = process.platform === 'linux' && process.getuid?.() === 0;

describe.runIf(canRun)('on a slow line (needs root on Linux)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-slow-'));
  let line: SlowLine;
  beforeAll(async () => {
    line = await startSlowLine({ roundTripMs, hosts });
    await line.startFar(new URL('../servers/slow-line/far.ts', import.meta.url), []);
  }, 30_000);
  afterAll(() => {
    line.stop();
    rmSync(folder, { recursive: true });
  });

  const nearFile = new URL('slow-line-near.ts', import.meta.url);
  const observeAll = async (probes: readonly object[]) =>
    JSON.parse(
      await line.runNear(nearFile, ['probes', JSON.stringify(probes)]),
    ) as readonly Observation[];
  const kinds = (name: Name, timeoutMs = 10_000) => [
    { type: 'http', url: `http://${name}:8080/`, timeoutMs },
    { type: 'tcp', host: name, port: 8080, timeoutMs },
    { type: 'tls', host: name, port: 8443, timeoutMs, certificate: { trust: 'any' } },
  ];

  test.each<Name>([
    'one.test',
    'six.test',
    'both.test',
    'unreachable.test',
    'swallowed.test',
    'four.test',
    'six-dead.test',
  ])('%s is up, by http, tcp and tls', async (name) => {
    const seen = await observeAll(kinds(name));
    expect(seen.map(({ verdict, reason }) => [verdict, reason?.code])).toEqual(
      [1, 2, 3].map(() => ['up', undefined]),
    );
    for (const { timings } of seen) {
      // One round trip, whatever was tried before; the two that follow are not part of it.
      expect(timings.connect).toBeGreaterThan(roundTripMs - 20);
      expect(timings.connect).toBeLessThan(roundTripMs * 2 - 20);
      const { total = 0, ...phases } = timings;
      const sum = Object.values(phases).reduce<number>((all, one) => all + (one ?? 0), 0);
      expect(Math.abs(total - sum)).toBeLessThan(50);
    }
  });

  test('an impatient document still has all addresses tried', async () => {
    const seen = await observeAll(kinds('four.test', 1000));
    expect(seen.map(({ verdict }) => verdict)).toEqual(['up', 'up', 'up']);
  });

  test('what swallows everything is a timeout, after all of the time and no more', async () => {
    const seen = await observeAll(kinds('nowhere.test', 1500));
    for (const { verdict, reason } of seen) {
      expect([verdict, reason]).toEqual([
        'down',
        { code: 'timeout', params: { phase: 'connect', seconds: 1.5 } },
      ]);
    }
  });

  test('what has an address of the wrong kind only exists, but there is no way to it', async () => {
    const seen = await observeAll(kinds('no-way.test'));
    expect(seen.map(({ reason }) => reason?.code)).toEqual([1, 2, 3].map(() => 'unreachable'));
  });

  test('a port where nothing runs refuses, dead addresses or not', async () => {
    const refused = (host: Name) => ({ type: 'tcp', host, port: 8081, timeoutMs: 2000 });
    const seen = await observeAll([refused('four.test'), refused('unreachable.test')]);
    expect(seen.map(({ reason }) => reason?.code)).toEqual(['refused', 'refused']);
  });

  const status = async (witnesses: readonly object[], services: readonly object[]) => {
    const file = join(folder, 'coop.json');
    writeFileSync(file, JSON.stringify({ version: 1, name: 'Far co-op', witnesses, services }));
    return JSON.parse(await line.runNear(nearFile, ['status', file])) as {
      code: number;
      report: { connectivity?: { state: string } };
    };
  };
  const service = (id: string, probe: object) => ({ id, name: id, probe });

  test('a witness with a dead address is heard, and a service that is down is told', async () => {
    const { code, report } = await status(
      [{ url: 'http://unreachable.test:8080/', contains: 'success' }],
      [
        service('up', { type: 'tcp', host: 'one.test', port: 8080 }),
        service('down', { type: 'tcp', host: 'one.test', port: 8081 }),
      ],
    );
    expect([code, report]).toMatchObject([2, { result: 'checked' }]);
  });

  test('a co-op whose every server has dead addresses is well', async () => {
    const { code } = await status(
      [{ host: 'unreachable.test', port: 8080 }],
      (['both.test', 'unreachable.test', 'four.test'] as const).flatMap((name) =>
        kinds(name).map((probe) => service(`${name.replace('.test', '')}-${probe.type}`, probe)),
      ),
    );
    expect(code).toBe(0);
  });
});
