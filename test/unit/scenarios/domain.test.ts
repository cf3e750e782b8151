/** Notifications about a domain that is being lost while everything under it still works. */
import { expect, test } from 'vitest';
import { hour, minute, setStage } from './stage.ts';

const url = 'https://rdap.example/domain/example.coop';
/** Its end is always a year away: the registry renews automatically, and reverts that later. */
const registry = (...status: string[]) => ({
  objectClassName: 'domain',
  ldhName: 'example.coop',
  status,
  events: [{ eventAction: 'expiration', eventDate: '2027-11-20T00:00:00Z' }],
});
const stage = () =>
  setStage({
    names: { site: 'Site' },
    services: { site: { domain: 'example.coop' } },
    document: { rdap: { url: 'https://rdap.example/domain/' } },
    pages: { [url]: registry('auto renew period') },
  });

test('a domain that nobody has paid: told once, with what to do, and over when it is had back', async () => {
  const { pass, setPage, told, view, sentence } = await stage();
  await pass(minute);
  expect([view('site')?.verdict, told()]).toEqual(['up', []]);
  setPage(url, registry('pending delete', 'redemption period', 'client hold'));
  await pass(26 * hour);
  expect(view('site')).toMatchObject({
    verdict: 'degraded',
    reason: { code: 'domain-redemption' },
    domain: { standing: 'redemption', endsUtcMs: Date.UTC(2027, 10, 20) },
  });
  expect(sentence()).toContain('Site');
  await pass(26 * hour);
  expect(told()).toEqual([
    'Site has problems / The domain example.coop wasn’t renewed and is about to be lost, says its registry. ' +
      'It has to be renewed at the registrar today.',
  ]);
  setPage(url, registry('active'));
  await pass(26 * hour);
  expect([view('site')?.verdict, told().length]).toEqual(['up', 1]);
});

test('a registry that cannot be read any more takes nothing back', async () => {
  const { pass, setPage, view } = await stage();
  setPage(url, registry('serverHold'));
  await pass(minute);
  expect(view('site')?.reason?.code).toBe('domain-held');
  setPage(url, '<html>');
  await pass(50 * hour);
  expect(view('site')?.reason?.code).toBe('domain-held');
});
