import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Condition, StandInCoop } from '../../servers/coop/index.ts';
import { startCoop } from '../../servers/coop/index.ts';
import { table } from '../../servers/coop/table.ts';
import { check, readCoop } from './co-op.ts';

let coop: StandInCoop;
let document: CoopDocument;

beforeAll(async () => {
  coop = await startCoop({ slowMs: 2200, intervalS: 5, confirmS: 1 });
  document = await readCoop(coop.documentUrl);
});
afterEach(async () => {
  await Promise.all(coop.services.map((one) => one.take('up')));
});
afterAll(() => coop.stop());

const outcome = async (id: string, timeoutMs?: number) => {
  const { verdict, reason } = await check(document, id, timeoutMs);
  return reason ? `${verdict}: ${reason.code}` : verdict;
};

describe('the document', () => {
  test('has no problems and the pace that was asked for', () => {
    expect(document.problems).toEqual([]);
    const { intervalS, damping } = document.services[0]?.service ?? {};
    expect([intervalS, damping]).toEqual([5, { failures: 3, successes: 2, confirmS: 1 }]);
  });

  test('names the service that is gone, without a probe', () => {
    const gone = document.services.filter(({ service }) => service.retired);
    expect(gone.map(({ service }) => [service.id, service.probe])).toEqual([
      ['vision-board', undefined],
    ]);
  });
});

describe('when all is well', () => {
  test.each(table.filter(({ id }) => id !== 'staging').map(({ id }) => id))(
    '%s is up',
    async (id) => {
      expect(await check(document, id)).toMatchObject({ verdict: 'up' });
    },
  );

  test('the certificate of the staging site ends soon, by an authority that nobody trusts', async () => {
    expect(await check(document, 'staging')).toMatchObject({
      verdict: 'degraded',
      reason: { code: 'certificate-expiring', params: { days: 6, band: 7 } },
      certificate: { trusted: false },
    });
  });
});

describe('in its own kind of trouble', () => {
  test.each<[id: string, condition: Condition, outcome: string]>([
    ['website', 'error', 'down: status'],
    ['website', 'error-body', 'down: keyword-present'],
    ['calls', 'error', 'down: status'],
    ['calls', 'error-body', 'down: keyword-missing'],
    ['rooms', 'error', 'down: status'],
    ['rooms', 'error-body', 'down: keyword-missing'],
    ['chat', 'error', 'down: status'],
    ['chat', 'error-body', 'down: json-missing'],
    ['chat', 'portal', 'down: json-invalid'],
    ['homeserver', 'error', 'down: status'],
    ['homeserver', 'error-body', 'down: keyword-missing'],
    ['passwords', 'error', 'down: status'],
    ['passwords', 'error-body', 'down: json-mismatch'],
    ['pads', 'error', 'down: status'],
    ['pads', 'error-body', 'down: json-mismatch'],
    ['old-pads', 'error', 'down: status'],
    ['old-pads', 'error-body', 'down: json-invalid'],
    ['files', 'error', 'down: status'],
    ['files', 'error-body', 'down: json-mismatch'],
    ['files', 'maintenance', 'maintenance: says-maintenance'],
    ['files', 'upgrade', 'degraded: says-degraded'],
    ['forum', 'error', 'down: status'],
    ['forum', 'error-body', 'down: keyword-missing'],
    ['shortlinks', 'error', 'down: status'],
    ['shortlinks', 'error-body', 'down: status'],
    ['staging', 'error-body', 'down: keyword-missing'],
    ['code', 'error', 'down: status'],
    ['code', 'error-body', 'down: json-invalid'],
    ['names', 'error', 'down: dns-failed'],
    ['names', 'error-body', 'down: dns-answer'],
  ])('%s, %s → %s', async (id, condition, expected) => {
    await coop.service(id).take(condition);
    expect(await outcome(id)).toBe(expected);
  });

  test.each(table.map(({ id }) => id))('%s, port closed → refused, and up again', async (id) => {
    const before = await outcome(id);
    await coop.service(id).take('down');
    expect(await outcome(id)).toBe(id === 'names' ? 'down: dns-failed' : 'down: refused');
    await coop.service(id).take('up');
    expect(await outcome(id)).toBe(before);
  });

  test.each(['calls', 'staging', 'names'])('%s, no answer → timeout', async (id) => {
    await coop.service(id).take('hang');
    expect(await outcome(id, 200)).toBe('down: timeout');
  });

  test('a late answer counts only where the document limits it', async () => {
    await Promise.all(['code', 'forum'].map((id) => coop.service(id).take('slow')));
    const seen = await Promise.all([outcome('code', 4000), outcome('forum', 4000)]);
    expect(seen).toEqual(['degraded: slow', 'up']);
  });
});

test('a stand-in refuses a condition that its service does not have', async () => {
  await expect(coop.service('calls').take('maintenance')).rejects.toThrow('calls');
});
