/** `coop-tray status` under plain Node: the app's own core checks the stand-in co-op once. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statusCommand } from '../../main/cli/status.ts';
import type { StatusReport } from '../../shared/cli/status.ts';
import { StatusReportSchema } from '../../shared/cli/status.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';

let coop: StandInCoop;
const profileDir = mkdtempSync(join(tmpdir(), 'coop-tray-cli-'));
const copyFile = join(profileDir, 'coop.json');

beforeAll(async () => {
  coop = await startCoop();
});
afterEach(async () => {
  rmSync(copyFile, { force: true });
  await coop.goOnline();
  for (const one of coop.services) await one.take('up');
});
afterAll(async () => {
  rmSync(profileDir, { recursive: true, force: true });
  await coop.stop();
});

const status = (...words: string[]) =>
  statusCommand(words, {
    env: { LANG: 'C.UTF-8' },
    isTerminal: false,
    timeZone: 'UTC',
    profileDir,
  });
const json = async (...words: string[]) => {
  const { code, stdout } = await status('--json', ...words);
  return { code, report: v.parse(StatusReportSchema, JSON.parse(stdout)) };
};
const serviceIn = (report: StatusReport, id: string) =>
  report.result === 'checked' ? report.services.find((one) => one.id === id) : undefined;
const keepCopy = (text = coop.documentText()) => {
  writeFileSync(copyFile, JSON.stringify({ source: coop.documentUrl, readAtUtcMs: 1, text }));
};

test('a certificate that ends soon is no trouble, and the table tells the rest', async () => {
  const { code, stdout, stderr } = await status(`--coop=${coop.documentUrl}`);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^! has problems {2}Staging site +\d+ ms {2,}Its certificate expires in 6 days\.\n/,
  );
  expect(stdout).toMatch(/^✓ up {12}Names \(DNS\) +\d+ ms$/m);
  expect(stdout).toMatch(/\n\nAll services are working\nFor admins: Staging site\n$/);
});

test('a failure is confirmed at once, however patient the document is', async () => {
  await coop.service('calls').take('down');
  const startMs = performance.now();
  const { code, report } = await json(`--coop=${coop.documentUrl}`);
  expect(performance.now() - startMs).toBeLessThan(15_000);
  expect(code).toBe(2);
  expect(serviceIn(report, 'calls')).toMatchObject({
    verdict: 'down',
    unsure: false,
    reason: { code: 'refused' },
  });
});

test('the co-op is the one that the app keeps, and nothing is written', async () => {
  keepCopy();
  const before = readFileSync(copyFile, 'utf8');
  const { code, report } = await json();
  expect([code, report]).toMatchObject([0, { coop: { source: coop.documentUrl, readAtUtcMs: 1 } }]);
  await status(`--coop=${coop.documentUrl}`);
  expect([readdirSync(profileDir), readFileSync(copyFile, 'utf8')]).toEqual([
    ['coop.json'],
    before,
  ]);
});

test('all is well without the one that is not', async () => {
  const document = JSON.parse(coop.documentText()) as { services: { id: string }[] };
  document.services = document.services.filter(({ id }) => id !== 'staging');
  keepCopy(JSON.stringify(document));
  const { code, stdout } = await status();
  expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, 'All services are working']);
});

test('only the services that are named are told of, with what they depend on in mind', async () => {
  await coop.service('calls').take('down');
  const { code, report } = await json(`--coop=${coop.documentUrl}`, 'chat');
  expect([code, report]).toMatchObject([0, { services: [{ id: 'chat', verdict: 'up' }] }]);
  const both = await status(`--coop=${coop.documentUrl}`, 'chat', 'calls');
  expect([both.code, both.stdout.trim().split('\n').at(-1)]).toEqual([
    2,
    '1 of 2 down: Calls (BigBlueButton)',
  ]);
});

test('a service that the co-op does not have is said to be none', async () => {
  const { code, report } = await json(`--coop=${coop.documentUrl}`, 'chta');
  expect([code, report]).toMatchObject([3, { failure: 'service' }]);
  const { stderr } = await status(`--coop=${coop.documentUrl}`, 'chta');
  expect(stderr).toMatch(/^The co-op document lists no service “chta”\. It lists: .*chat/);
});

test('a service that hangs is not called up, nor down before it is certain', async () => {
  keepCopy();
  await coop.service('forum').take('hang');
  const { code, report } = await json('--timeout=2');
  expect(code).toBe(1);
  expect(serviceIn(report, 'forum')).toMatchObject({ verdict: 'unknown' });
});

test('without a co-op, with a bad document, offline: no answer, and why', async () => {
  expect(await status()).toMatchObject({ code: 3, stdout: '', stderr: /No co-op is known yet/ });
  expect(await json(`--coop=${coop.documentUrl}.none`)).toMatchObject({
    code: 3,
    report: { result: 'failed', failure: 'document' },
  });
  writeFileSync(copyFile, '{');
  expect((await json()).report).toMatchObject({ failure: 'no-coop' });
  keepCopy();
  await coop.goOffline();
  expect(await status()).toEqual({ code: 3, stdout: '', stderr: 'You’re offline\n' });
  await coop.captivePortal();
  expect((await json()).report).toMatchObject({ failure: 'offline' });
});

test('a document that never comes costs no more than the time given', async () => {
  await coop.service('calls').take('hang');
  const hanging = JSON.parse(coop.documentText()) as { services: { id: string; url?: string }[] };
  const url = hanging.services.find(({ id }) => id === 'calls')?.url ?? '';
  const startMs = performance.now();
  const { code, report } = await json(`--coop=${url}/never.json`, '--timeout=0.5');
  expect(performance.now() - startMs).toBeLessThan(8000);
  expect([code, report]).toMatchObject([3, { failure: 'document' }]);
});

test('misspelt words are no question', async () => {
  expect(await status('--jsn')).toMatchObject({ code: 3, stdout: '' });
  expect((await status('--help', '--lang=fr')).stdout).toContain('Code de sortie');
});
