import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../main/directory/read.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { createAskWitness } from '../../main/platform/witness.ts';
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { Condition, StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { table } from '../servers/coop/table.ts';
import { observe } from './probing.ts';

let coop: StandInCoop;
let document: CoopDocument;
const net = createNet({ budget: createBudget(8) });
const { signal } = new AbortController();

beforeAll(async () => {
  coop = await startCoop();
  const read = await readDocument(net, coop.documentUrl, signal);
  if (!read.ok) throw new Error(read.error.code);
  document = read.document;
});
afterAll(() => coop.stop());

async function look(id: string, condition: Condition = 'up') {
  await coop.service(id).take(condition);
  const probe = document.services.find((one) => one.service.id === id)?.service.probe;
  const seen = await observe({ ...probe, timeoutMs: 300 });
  await coop.service(id).take('up');
  return seen;
}

test('the document has no problems, and a service that has ended', () => {
  expect(document.problems).toEqual([]);
  expect(document.services).toHaveLength(17);
  expect(document.services.at(-1)?.service.retired).toBe(true);
});

test.each(table.map((row) => row.id).filter((id) => id !== 'staging'))('%s is up', async (id) => {
  expect(await look(id)).toMatchObject({ verdict: 'up' });
});

describe('each service in its own kind of trouble', () => {
  test.each<[string, Condition, string, string]>([
    ['calls', 'down', 'down', 'refused'],
    ['calls', 'error-body', 'down', 'keyword-missing'],
    ['chat', 'error', 'down', 'status'],
    ['homeserver', 'hang', 'down', 'timeout'],
    ['rooms', 'error', 'down', 'status'],
    ['passwords', 'error-body', 'down', 'json-mismatch'],
    ['pads', 'error-body', 'down', 'json-mismatch'],
    ['files', 'maintenance', 'maintenance', 'says-maintenance'],
    ['shortlinks', 'error-body', 'down', 'status'],
    ['website', 'error-body', 'down', 'keyword-present'],
    ['staging', 'up', 'degraded', 'certificate-expiring'],
    ['mail', 'down', 'down', 'refused'],
  ])('%s, %s: %s', async (id, condition, verdict, code) => {
    const seen = await look(id, condition);
    expect([seen.verdict, seen.reason?.code]).toEqual([verdict, code]);
  });
});

describe('witnesses', () => {
  const ask = createAskWitness({ net });
  const hear = () => Promise.all(document.witnesses.map((one) => ask(one, signal)));

  test('tell online, a sign-in page, and offline apart', async () => {
    expect(await hear()).toEqual(['answered', 'answered']);
    await coop.captivePortal();
    expect(await hear()).toEqual(['intercepted', 'intercepted']);
    await coop.goOffline();
    expect(await hear()).toEqual(['silent', 'silent']);
    await coop.goOnline();
    expect(await hear()).toEqual(['answered', 'answered']);
  });
});
