/** A wrong machine clock: `coop-tray status` in its own process, with an authority that it trusts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../main/platform/clock.ts';
import { StatusReportSchema } from '../../shared/cli/status.ts';
import type { Certificate, Listener } from '../servers/http.ts';
import { listen, send } from '../servers/http.ts';

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;
const folder = mkdtempSync(join(tmpdir(), 'coop-tray-clock-'));
const authorityFile = join(folder, 'authority.pem');
const open: Listener[] = [];
let authority: Certificate;

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'Co-op authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(systemClock.nowUtcMs() - 10 * yearMs),
    notAfterDate: new Date(systemClock.nowUtcMs() + 10 * yearMs),
    extensions: [{ name: 'basicConstraints', cA: true }],
  });
  authority = { key: made.private, cert: made.cert };
  writeFileSync(authorityFile, made.cert);
});
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server whose clock and certificate are `aheadMs` ahead of ours. */
async function serve(aheadMs: number, secure = true): Promise<Listener> {
  const theirs = systemClock.nowUtcMs() + aheadMs;
  const certificate = secure ? await certificateAt(theirs) : undefined;
  const server = await listen(
    (_request, response) => {
      const date = new Date(systemClock.nowUtcMs() + aheadMs).toUTCString();
      send(response, { headers: { date, connection: 'close' }, body: 'The pads of our co-op' });
    },
    certificate ? { certificate } : {},
  );
  open.push(server);
  return server;
}

async function certificateAt(theirsUtcMs: number): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(theirsUtcMs - 30 * dayMs),
    notAfterDate: new Date(theirsUtcMs + 60 * dayMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    ca: authority,
  });
  return { key: made.private, cert: made.cert };
}

const serviceAt = ({ url }: Listener, at: number) => ({
  id: `s${at}`,
  name: `s${at}`,
  probe: { type: 'http', url },
});
const witnessAt = ({ url }: Listener) => ({ url, contains: 'our co-op' });

/** Starts the process with its clock at `atUtcMs`, if given. */
async function ask(document: object, atUtcMs?: number) {
  const file = join(folder, 'document.json');
  writeFileSync(file, JSON.stringify({ version: 1, name: 'Maple', ...document }));
  return run([join(import.meta.dirname, 'ask-status.ts'), file, folder], atUtcMs);
}

async function run(words: readonly string[], atUtcMs?: number) {
  const env = { ...process.env, TZ: 'UTC', NODE_EXTRA_CA_CERTS: authorityFile };
  const command = [process.execPath, ...words];
  const child =
    atUtcMs === undefined
      ? spawn(process.execPath, words, { env })
      : spawn('faketime', ['-m', '--exclude-monotonic', '-f', `@${stamp(atUtcMs)}`, ...command], {
          env,
        });
  let stdout = '';
  child.stdout.on('data', (piece) => (stdout += String(piece)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, report: v.parse(StatusReportSchema, JSON.parse(stdout)) };
}

function stamp(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString().slice(0, 19).replace('T', ' ');
}

test.each([
  ['a year behind', yearMs, '365 days behind'],
  ['two years ahead', -2 * yearMs, '730 days ahead'],
])('%s, with no plain answer at all: not one service is down', async (_how, aheadMs, words) => {
  const servers = [await serve(aheadMs), await serve(aheadMs), await serve(aheadMs)];
  const { code, report } = await ask({
    witnesses: servers.slice(2).map(witnessAt),
    services: servers.slice(0, 2).map(serviceAt),
  });
  expect([code, report]).toMatchObject([3, { failure: 'clock' }]);
  expect(report.summary).toContain(words);
});

test('the document itself cannot be read for that reason', async () => {
  const { code, report } = await run([
    join(import.meta.dirname, 'ask-status.ts'),
    (await serve(yearMs)).url,
    folder,
  ]);
  expect([code, report]).toMatchObject([3, { failure: 'clock' }]);
});

test('what refuses is down all the same, and the rest is not known', async () => {
  const gone = await serve(yearMs, false);
  await gone.stop();
  const [plain, secure] = [await serve(yearMs, false), await serve(yearMs)];
  const { code, report } = await ask({
    witnesses: [witnessAt(plain)],
    services: [gone, plain, secure].map(serviceAt),
  });
  expect([code, report.summary]).toEqual([2, '1 of 3 down: s0']);
  expect(report).toMatchObject({
    services: [
      { verdict: 'down' },
      { verdict: 'unknown', reason: { code: 'clock-wrong' } },
      { verdict: 'up' },
    ],
  });
});

test('one server of three lives in another year: that one is down', async () => {
  const servers = [await serve(yearMs), await serve(0), await serve(0)];
  const { code, report } = await ask({
    witnesses: servers.slice(1).map(witnessAt),
    services: servers.map(serviceAt),
  });
  expect([code, report.summary]).toEqual([2, '1 of 3 down: s0']);
});

test.each([
  ['a year behind', -yearMs],
  ['two years ahead', 2 * yearMs],
])('the clock of the process itself is %s', async (_how, offMs) => {
  const servers = [await serve(0), await serve(0), await serve(0, false)];
  const { code, report } = await ask(
    { witnesses: servers.slice(2).map(witnessAt), services: servers.slice(0, 2).map(serviceAt) },
    systemClock.nowUtcMs() + offMs,
  );
  expect([code, report]).toMatchObject([3, { failure: 'clock' }]);
});
