/** `coop-tray check` under plain Node: validates a document, and checks its services once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCommand } from '../../main/cli/document.ts';
import { liveHints } from '../../main/cli/live-hints.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { DocumentReportSchema } from '../../shared/cli/document.ts';
import { lintDocument } from '../../shared/coop/lint/index.ts';
import type { Listener } from '../servers/http.ts';
import { listen, pathOf, send } from '../servers/http.ts';

const folder = mkdtempSync(join(tmpdir(), 'coop-tray-check-'));
const file = join(folder, 'coop.json');
let site: Listener;
let asked: string[] = [];

/** A site whose name is on every page, including its 404 page. */
beforeAll(async () => {
  site = await listen((request, response) => {
    const path = pathOf(request);
    asked.push(path);
    if (path === '/coop.json') return send(response, { body: documentText() });
    if (path === '/pads') return send(response, { body: 'Maple Street: your pads' });
    if (path.startsWith('/app/')) return send(response, { body: '<div id=app>' });
    if (path === '/moved') return send(response, { status: 302, headers: { location: '/pads' } });
    return send(response, { status: 404, body: 'Maple Street has no such page' });
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.stop();
});

const witnesses = () => [1, 2].map(() => ({ url: site.url, contains: 'Maple Street' }));
const service = (id: string, path: string, expectations: readonly object[] = []) => ({
  id,
  name: id,
  probe: { type: 'http', url: site.url + path, expect: expectations },
});
const documentOf = (services: readonly object[]) => ({
  version: 1,
  name: 'Maple Street',
  witnesses: witnesses(),
  services,
});
const documentText = () => JSON.stringify(documentOf([service('pads', '/pads')]));
const keep = (document: unknown) =>
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));

const check = (...words: string[]) =>
  checkCommand(words, { env: { LANG: 'C.UTF-8' }, isTerminal: false, timeZone: 'America/Toronto' });
const json = async (...words: string[]) => {
  const { code, stdout } = await check('--json', ...words);
  const report = v.parse(DocumentReportSchema, JSON.parse(stdout));
  if (report.result === 'failed') throw new Error(report.summary);
  return { code, report };
};
const found = (hints: readonly { path: string; code: string }[]) =>
  hints.map(({ path, code }) => `${path} ${code}`);

test('a text that is on every page says nothing, and the services are asked', async () => {
  keep(
    documentOf([
      service('pads', '/pads', [{ on: 'body', contains: 'Maple Street' }]),
      service('better', '/pads', [{ on: 'body', contains: 'your pads' }]),
      service('gone', '/nowhere'),
    ]),
  );
  const { code, report } = await json(file);
  expect(code).toBe(1);
  expect(found(report.hints)).toContain(
    '$.services[0].probe.expect[0].contains keyword-everywhere',
  );
  expect(report.hints.filter((one) => one.code === 'keyword-everywhere')).toHaveLength(1);
  expect(report).toMatchObject({ asked: 'yes', problems: [], name: 'Maple Street' });
  expect(report.services.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['gone', 'down'],
    ['pads', 'up'],
    ['better', 'up'],
  ]);
});

test('--offline asks nobody', async () => {
  keep(documentOf([service('pads', '/pads')]));
  asked = [];
  const { report } = await json(file, '--offline');
  expect([report.asked, report.services, asked]).toEqual(['left-out', [], []]);
});

test('the JSON has the shape that is documented', async () => {
  keep(`{
  "version": 1,
  "name": "Maple Street",
  "witnesses": [{ "host": "9.9.9.9", "port": 53 }, { "host": "1.1.1.1", "port": 53 }],
  "services": [{ "id": "mail", "name": "Mail", "probe": { "type": "tcp", "host": "mail.example:587", "port": 587 } }],
  "colour": "blue"
}`);
  const { code, report } = await json(file, '--offline', '--lang=fr');
  expect([code, report]).toEqual([
    2,
    {
      version: 1,
      result: 'checked',
      source: file,
      name: 'Maple Street',
      summary: '1 erreur, 1 oubli probable.',
      problems: [
        {
          path: '$.services[0].probe.host',
          code: 'host-port',
          params: { host: 'mail.example', port: 587 },
          line: 5,
          column: 82,
          text: 'Écrivez seulement le nom d’hôte\u202F; son port, 587, a sa propre clé\u00A0: mail.example',
        },
      ],
      hints: [
        {
          path: '$.colour',
          code: 'key-unknown',
          params: {},
          line: 6,
          column: 13,
          text: 'Cette version ne lit aucune clé de ce nom. Cherchez-la dans le guide du document\u202F; elle va peut-être ailleurs.',
        },
      ],
      asked: 'left-out',
      services: [],
    },
  ]);
});

test('by its address, in words, with nothing found but the place', async () => {
  const { code, stdout, stderr } = await check(`${site.url}/coop.json`);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^Likely mistakes\n! \$\.witnesses\[0\] {2}Line 1, column \d+\n {2}Only/);
  expect(stdout).toMatch(
    /\nHow the services answer now\n✓ up {2}pads +\d+ ms\n\nAll services are working\n/,
  );
});

test('a document that is refused is told with its line, and nobody is asked', async () => {
  keep('{\n  "version": 1,\n}');
  asked = [];
  expect(await check(file)).toEqual({
    code: 2,
    stderr: '',
    stdout:
      'Errors\n✗ $\n  Line 2, column 15: nothing follows this comma. Remove it.\n\n' +
      'Coop Tray rejects the whole document until this is fixed.\n\n' +
      '1 error, no likely mistakes.\n',
  });
  expect(asked).toEqual([]);
});

test.each([
  ['no such file', 'nowhere.json', /^The file can’t be read\.\n$/],
  ['no such page', '/gone.json', /isn’t set up for Coop Tray yet/],
  ['no source', '', /^Usage: coop-tray check SOURCE/],
  [
    'a misspelt option',
    '--ofline',
    /^There’s no option --ofline\.\n\nUsage: coop-tray check SOURCE/,
  ],
])('%s is no answer', async (_what, source, why) => {
  const given = source.startsWith('/') ? site.url + source : source;
  const { code, stdout, stderr } = await check(...(given ? [given] : []));
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(why);
});

test('without a way out the document is looked through all the same', async () => {
  const closed = await listen(() => undefined);
  await closed.stop();
  const probe = { type: 'http', url: closed.url };
  const document = documentOf([{ id: 'pads', name: 'Pads', probe }]);
  keep({ ...document, witnesses: [{ url: closed.url }, { url: closed.url }] });
  const { code, report } = await json(file);
  expect([code, report.asked, report.services]).toEqual([1, 'offline', []]);
});

test('a control sequence in a document does not reach the terminal', async () => {
  keep(
    documentOf([
      { id: 'a', name: 'A', '\u001B[2Jx': 1 },
      { id: '\u001B[2J', name: 'B' },
    ]),
  );
  const { stdout } = await check(file, '--offline');
  expect(stdout).not.toContain('\u001B');
});

const look = async (services: readonly object[]) => {
  const net = createNet({ budget: createBudget(4) });
  const { services: placed } = lintDocument(JSON.stringify(documentOf(services)), 'x');
  const signal = AbortSignal.timeout(10_000);
  return found(
    await liveHints({ net, clock: systemClock, strangePath: '/app/strange', signal }, placed),
  );
};

test.each([
  [
    'any path of an app counts as up',
    () => service('a', '/app/health'),
    ['$.services[0].probe any-path-up'],
  ],
  [
    'its front page is as good as any',
    () => service('a', '/app/'),
    ['$.services[0].probe any-path-up'],
  ],
  ['what is not up is told by its check alone', () => service('a', '/nowhere'), []],
  [
    'a redirect on the same site is none of our business',
    () => service('a', '/moved', [{ on: 'body', contains: 'pads' }]),
    [],
  ],
  ['what is gone is not asked', () => ({ ...service('a', '/app/x'), retired: true }), []],
])('%s', async (_what, one, hints) => {
  expect(await look([one()])).toEqual(hints);
});

/** Answers as other sites do, which have names. */
const named = (
  answers: Readonly<Record<string, { status: number; body?: string; url?: string }>>,
) => ({
  request: async ({ url }: { url: string }) => {
    const answer = answers[url];
    if (!answer) throw new Error('refused');
    return { url, headers: {}, body: '', timings: {}, ...answer };
  },
});
const lookAt = async (answers: Parameters<typeof named>[0], probe: object) => {
  const document = documentOf([{ id: 'a', name: 'A', probe: { type: 'http', ...probe } }]);
  const { services } = lintDocument(JSON.stringify(document), 'x');
  const signal = AbortSignal.timeout(10_000);
  return found(
    await liveHints(
      { net: named(answers), clock: systemClock, strangePath: '/strange', signal },
      services,
    ),
  );
};

test('a page that leads to another site', async () => {
  const url = 'https://a.example/';
  const elsewhere = { [url]: { status: 200, url: 'https://login.example.net/' } };
  expect(await lookAt(elsewhere, { url })).toEqual(['$.services[0].probe.url redirect-elsewhere']);
  const www = { [url]: { status: 200, url: 'https://www.a.example/' } };
  expect(await lookAt(www, { url })).toEqual([]);
});

test('plain http where https gives the same', async () => {
  const both = { 'http://a.example/': { status: 200 }, 'https://a.example/': { status: 200 } };
  const probe = { url: 'http://a.example/' };
  expect(await lookAt(both, probe)).toEqual(['$.services[0].probe.url https-works']);
  expect(await lookAt({ 'http://a.example/': { status: 200 } }, probe)).toEqual([]);
});

test('the front page of a site that answers everything is as good as any', async () => {
  const everything = {
    'https://a.example': { status: 200 },
    'https://a.example/health': { status: 200 },
    'https://a.example/strange': { status: 200 },
  };
  expect(await lookAt(everything, { url: 'https://a.example' })).toEqual([]);
  expect(await lookAt(everything, { url: 'https://a.example/health' })).toEqual([
    '$.services[0].probe any-path-up',
  ]);
});

test('what is piped in must come in time', async () => {
  const { code, stderr } = await checkCommand(['-', '--timeout=0.2'], {
    env: { LANG: 'C.UTF-8' },
    isTerminal: false,
    timeZone: 'America/Toronto',
    readStdin: () => new Promise<never>(() => undefined),
  });
  expect([code, stderr]).toEqual([3, expect.stringContaining('The file can’t be read.')]);
});
