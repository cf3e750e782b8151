import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { StandInCoop } from '../../servers/coop/index.ts';
import { startCoop, startScale } from '../../servers/coop/index.ts';
import { askWitnesses, check, readCoop } from './co-op.ts';

let coop: StandInCoop;
let document: CoopDocument;

beforeAll(async () => {
  coop = await startCoop();
  document = await readCoop(coop.documentUrl);
});
afterEach(() => coop.goOnline());
afterAll(() => coop.stop());

test('the witnesses tell online, offline and a captive portal apart', async () => {
  expect(await askWitnesses(document)).toBe('online');
  await coop.goOffline();
  expect(await askWitnesses(document)).toBe('offline');
  await coop.captivePortal();
  expect(await askWitnesses(document)).toBe('captive');
  await coop.goOnline();
  expect(await askWitnesses(document)).toBe('online');
});

test('offline, nothing answers, the document neither; what was down before is down after', async () => {
  await coop.service('calls').take('down');
  await coop.goOffline();
  await expect(readCoop(coop.documentUrl)).rejects.toThrow('unreachable');
  expect(await check(document, 'chat')).toMatchObject({ verdict: 'down' });
  await coop.goOnline();
  expect(await check(document, 'chat')).toMatchObject({ verdict: 'up' });
  expect(await check(document, 'calls')).toMatchObject({ reason: { code: 'refused' } });
  await coop.service('calls').take('up');
});

test('a captive portal answers plain http, also where a service is down, and refuses the rest', async () => {
  await coop.service('forum').take('down');
  await coop.captivePortal();
  expect(await check(document, 'forum')).toMatchObject({ reason: { code: 'keyword-missing' } });
  expect(await check(document, 'staging')).toMatchObject({ reason: { code: 'refused' } });
  await expect(readCoop(coop.documentUrl)).rejects.toThrow('not-json');
  await coop.service('forum').take('up');
});

test('a crowd of services fits into one document, and one of them can be taken down', async () => {
  const scale = await startScale(2500);
  try {
    const crowd = await readCoop(scale.documentUrl);
    expect([crowd.services.length, crowd.problems.length]).toEqual([2500, 0]);
    scale.take('service-2500', 'down');
    expect(await check(crowd, 'service-2500')).toMatchObject({ verdict: 'down' });
    expect(await check(crowd, 'service-1')).toMatchObject({ verdict: 'up' });
    expect(scale.questions()).toBe(2);
  } finally {
    await scale.stop();
  }
});
