import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readText } from '../../main/platform/files.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { createAskWitness } from '../../main/platform/witness.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import { encodedPages, name } from '../servers/pages.ts';
import { serveAnswers } from '../servers/untidy.ts';
import { observe } from './probing.ts';

let pages: FaultyServer;
beforeAll(async () => {
  pages = await startFaulty(serveAnswers(encodedPages));
});
afterAll(() => pages.stop());

let server: FaultyServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** A server with a single answer, as Latin-1. */
const serving = async (answer: string | Buffer) => {
  const bytes = typeof answer === 'string' ? latin1(answer) : answer;
  server = await startFaulty((socket) => socket.once('data', () => socket.end(bytes)));
  return server.url;
};
const withBody = (lines: string, body: string | Buffer) => {
  const bytes = typeof body === 'string' ? latin1(body) : body;
  return Buffer.concat([
    latin1(`HTTP/1.1 200 OK\r\n${lines}\r\nContent-Length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);
};
const see = (url: string, expectation: object, more: object = {}) =>
  observe({ type: 'http', url, expect: [expectation], ...more });

describe('text is read as a browser shows it', () => {
  const urls = encodedPages.map(({ what }, at) => [what, at] as const);

  test.each(urls)('found: %s', async (_what, at) => {
    const seen = await see(`${pages.url}/${at}`, { on: 'body', contains: name });
    expect(seen.verdict).toBe('up');
  });

  test.each(urls)('not missed: %s', async (_what, at) => {
    const seen = await see(`${pages.url}/${at}`, { on: 'body', lacks: name });
    expect(seen).toMatchObject({ verdict: 'down', reason: { code: 'keyword-present' } });
  });

  test.each(urls)('the same by a witness: %s', async (_what, at) => {
    const ask = createAskWitness({ net: createNet({ budget: createBudget(1) }) });
    const asked = { url: `${pages.url}/${at}`, contains: name };
    const { testimony } = await ask(asked, AbortSignal.timeout(5000));
    expect(testimony).toBe('answered');
  });

  // The last five use character references, which only the search for words decodes.
  test.each(urls.slice(0, -5))('the same where it is acted on: %s', async (_what, at) => {
    const { body } = await createNet({ budget: createBudget(1) }).request({
      url: `${pages.url}/${at}`,
      signal: AbortSignal.timeout(5000),
      phaseMs: 1000,
      bodyBytes: 64 * 1024,
      redirects: 0,
      trust: 'system',
    });
    expect(body).toContain(name);
  });

  test.each<[string, string, string | Buffer, string]>([
    ['a space that does not break', 'text/html', 'Bienvenue&nbsp;!', 'Bienvenue !'],
    ['a narrow one', 'text/html; charset=utf-8', Buffer.from('Bienvenue\u202f!'), 'Bienvenue !'],
    ['a line end', 'text/html', 'Bienvenue\r\n      chez nous', 'Bienvenue chez nous'],
    ['an apostrophe', 'text/html', 'l&#39;entraide', "l'entraide"],
    ['a sign of markup', 'text/html', 'Sam &amp; Alex &lt;3', 'Sam & Alex <3'],
    ['markup as it is written', 'text/html', '<p class="ok">', 'class="ok"'],
    ['a reference as it is written', 'text/html', 'Caf&eacute;', 'Caf&eacute;'],
    ['an accent of its own in what is sought', 'text/plain', 'Caf\xe9', 'Cafe\u0301'],
    ['an escape of JSON', 'application/json', '{"a":"Caf\\u00e9"}', 'Café'],
    [
      'Shift_JIS that is not told',
      'text/html',
      Buffer.from('82e682a482b182bb8141834a837483468356', 'hex'),
      'ようこそ',
    ],
    [
      'UTF-8 with a letter cut in two',
      'text/html',
      Buffer.concat([Buffer.from('Café, Noël '), latin1('\xc3')]),
      'Noël',
    ],
  ])('%s', async (_what, type, body, words) => {
    const url = await serving(withBody(`Content-Type: ${type}`, body));
    expect((await see(url, { on: 'body', contains: words })).verdict).toBe('up');
    expect((await see(url, { on: 'body', lacks: words })).verdict).toBe('down');
  });

  test('a reference means nothing where the text is no markup', async () => {
    const url = await serving(withBody('Content-Type: text/plain', 'Caf&eacute;'));
    expect((await see(url, { on: 'body', contains: 'Café' })).verdict).toBe('down');
  });

  test('what is not what it says is shown garbled, and hides nothing', async () => {
    const url = await serving(withBody('Content-Type: text/html; charset=utf-8', 'Arr\xeat\xe9'));
    expect((await see(url, { on: 'body', contains: 'Arrêté' })).verdict).toBe('down');
    expect((await see(url, { on: 'body', lacks: 'Arrêté' })).verdict).toBe('down');
    expect((await see(url, { on: 'body', lacks: 'Ouvert' })).verdict).toBe('up');
  });

  const json = JSON.stringify({ name });
  test.each<[string, string, Buffer]>([
    ['UTF-8', 'application/json', Buffer.from(json)],
    ['UTF-8 with its mark', 'application/json', Buffer.from(`\ufeff${json}`)],
    ['UTF-16 with its mark', 'application/json', Buffer.from(`\ufeff${json}`, 'utf16le')],
    ['UTF-16 without', 'application/json', Buffer.from(json, 'utf16le')],
    [
      'UTF-16 without, the other way',
      'application/problem+json',
      Buffer.from(json, 'utf16le').swap16(),
    ],
    ['Latin-1, told', 'application/json; charset=iso-8859-1', latin1(json)],
    [
      'UTF-32',
      'application/json',
      Buffer.concat(json.split('').map((one) => Buffer.from([one.charCodeAt(0), 0, 0, 0]))),
    ],
  ])('JSON in %s', async (_what, type, body) => {
    const url = await serving(withBody(`Content-Type: ${type}`, body));
    const seen = await see(url, { on: 'json', path: '$.name', is: 'eq', value: name });
    expect(seen.verdict).toBe('up');
  });
});

test.each([
  ['UTF-8', 'Coop\xc3\xa9rative'],
  ['Latin-1', 'Coop\xe9rative'],
  ['UTF-8 over several lines', 'La\r\n Coop\xc3\xa9rative'],
])('a header in %s', async (_what, value) => {
  const url = await serving(withBody(`X-Name: ${value}`, ''));
  const seen = await see(url, { on: 'header', name: 'x-name', contains: name });
  expect(seen.verdict).toBe('up');
});

describe('where no body is, none is unpacked', () => {
  test.each([
    [
      'HEAD',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 77\r\n\r\n',
      { method: 'HEAD' },
    ],
    ['204', 'HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n', {}],
    [
      '204 with a length',
      'HTTP/1.1 204 No Content\r\nContent-Encoding: br\r\nContent-Length: 9\r\n\r\n',
      {},
    ],
    ['205', 'HTTP/1.1 205 Reset Content\r\nContent-Encoding: gzip\r\n\r\n', {}],
    [
      'a length of zero',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n',
      {},
    ],
    [
      'an empty deflate',
      'HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 0\r\n\r\n',
      {},
    ],
    [
      'no piece',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      {},
    ],
    [
      'closed at once',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n',
      {},
    ],
    [
      'zstd of nothing',
      'HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 0\r\n\r\n',
      {},
    ],
  ])('%s', async (_what, answer, more) => {
    const url = await serving(answer);
    expect(await see(url, { on: 'body', lacks: 'Error' }, more)).toMatchObject({ verdict: 'up' });
    expect(await see(url, { on: 'body', contains: 'Error' }, more)).toMatchObject({
      verdict: 'down',
      reason: { code: 'keyword-missing' },
    });
  });
});

describe('an answer that is cut short', () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  const gzipped = gzipSync(`welcome ${'and so on '.repeat(100)}`).subarray(0, -12);
  test.each<[string, string | Buffer]>([
    ['by its length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwelcome'],
    ['within a piece', `${chunked}ff\r\nwelcome`],
    ['behind a piece', `${chunked}7\r\nwelcome\r\n`],
    ['within its packing', withBody('Content-Encoding: gzip', gzipped)],
  ])('%s proves what came, and nothing of what did not', async (_what, answer) => {
    const url = await serving(answer);
    expect(await see(url, { on: 'body', contains: 'welcome' })).toMatchObject({
      verdict: 'up',
      remarks: ['cut-short'],
    });
    for (const unproven of [{ lacks: 'Error' }, { contains: 'Goodbye' }]) {
      const seen = await see(url, { on: 'body', ...unproven });
      expect(seen).toMatchObject({ verdict: 'down', reason: { code: 'reset' } });
    }
  });

  test('JSON of which a part is missing is no other fault', async () => {
    const url = await serving('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":');
    const seen = await see(url, { on: 'json', path: '$.a', is: 'exists' });
    expect(seen).toMatchObject({ verdict: 'down', reason: { code: 'reset' } });
  });
});

describe('hostile answers cost no more than their limit', () => {
  test.each<[string, Buffer, string]>([
    [
      'a bomb in a bomb',
      withBody('Content-Encoding: gzip, gzip', gzipSync(gzipSync(Buffer.alloc(4 * 1024 * 1024)))),
      'body-too-large',
    ],
    [
      'many layers',
      withBody('Content-Encoding: gzip, gzip, gzip, gzip, gzip', gzipSync('x')),
      'body-encoding',
    ],
    [
      'heads without end',
      Buffer.concat(Array.from({ length: 20_000 }, () => latin1('HTTP/1.1 103 Early\r\n\r\n'))),
      'headers-too-large',
    ],
    [
      'a size of a piece without end',
      latin1(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}`),
      'protocol',
    ],
    ['a line of white space', withBody(`X: a${' '.repeat(200_000)}b`, ''), 'keyword-missing'],
    [
      'returns alone',
      latin1(`HTTP/1.1 200 OK\r\n${'\r'.repeat(200_000)}x\r\n\r\n`),
      'keyword-missing',
    ],
  ])('%s', async (_what, answer, code) => {
    const startMs = performance.now();
    const url = await serving(answer);
    const seen = await see(url, { on: 'body', contains: 'welcome' });
    expect(seen).toMatchObject({ verdict: 'down', reason: { code } });
    expect(performance.now() - startMs).toBeLessThan(2000);
  });
});

test.each([
  ['UTF-8', Buffer.from(name)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${name}`)],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${name}`, 'utf16le')],
  ['windows-1252', latin1(name)],
])('a file in %s is the same text', async (_what, bytes) => {
  const folder = await mkdtemp(join(tmpdir(), 'coop-tray-text-'));
  const path = join(folder, 'text');
  await writeFile(path, bytes);
  expect(await readText(path, 1000)).toBe(name);
  await rm(folder, { recursive: true });
});
