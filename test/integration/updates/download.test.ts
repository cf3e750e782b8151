/** Downloading from servers that fail in every way: the old file stays, and no draft is left. */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../servers/http.ts';
import type { Ground } from './ground.ts';
import { bytes, file, layGround, problemOf } from './ground.ts';

const address = `/${file.name}`;

let ground: Ground;
beforeEach(async () => {
  ground = await layGround();
});
afterEach(() => ground.clear());

test('arrives whole, in the same folder, readable by nobody else, and tells how far it is', async () => {
  const progress: number[] = [];
  const draft = await ground.fetchIt({ onProgress: (got) => progress.push(got) });
  expect(dirname(draft)).toBe(ground.folder);
  expect(readFileSync(draft).equals(bytes)).toBe(true);
  expect(statSync(draft).mode & 0o777).toBe(0o600);
  expect(progress.length).toBeGreaterThan(2);
  expect(progress.at(-1)).toBe(bytes.length);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

test('without cookies, names or numbers of who asks', async () => {
  await ground.fetchIt();
  await ground.fetchIt();
  const [first, second] = ground.feed.requests;
  expect(second).toEqual(first);
  expect(Object.keys(first?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

const answer =
  (status: number, headers: Record<string, string>, body: Buffer | string = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

describe('a server', () => {
  const half = bytes.subarray(0, 350_000);
  const length = String(bytes.length);
  test.each<[what: string, handle: RequestListener, problem: string]>([
    ['that is not there', answer(404, {}), 'not-found'],
    ['with an error', answer(500, {}), 'http-status'],
    ['that says nothing has changed', answer(304, {}), 'http-status'],
    // A partial answer that nobody asked for.
    ['that answers in part', answer(206, { 'content-range': 'bytes 0-9/10' }, half), 'http-status'],
    [
      'that shows a page to sign in',
      answer(200, { 'content-type': 'text/html' }, '<html>Welcome to the Wi-Fi</html>'),
      'cut-short',
    ],
    ['that sends half, well', answer(200, {}, half), 'cut-short'],
    [
      'that hangs up after half',
      (_request, response) => {
        response.writeHead(200, { 'content-length': length });
        response.write(half, () => response.destroy());
      },
      'cut-short',
    ],
    [
      'that falls silent after half',
      (_request, response) => {
        response.writeHead(200, { 'content-length': length });
        response.write(half);
      },
      'timeout',
    ],
    ['that sends nothing at all', () => undefined, 'timeout'],
    ['that sends a byte too many', answer(200, {}, Buffer.concat([bytes, half])), 'wrong-file'],
    // electron-userland/electron-builder#3924: the file of an earlier version in a cache.
    ['that sends other bytes', answer(200, {}, randomBytes(bytes.length)), 'wrong-file'],
    [
      'that sends without end',
      (_request, response) => {
        response.writeHead(200);
        const piece = Buffer.alloc(65_536);
        const more = () => {
          while (!response.destroyed && response.write(piece));
          response.once('drain', more);
        };
        more();
      },
      'wrong-file',
    ],
    [
      'that packs what it sends',
      answer(200, { 'content-encoding': 'gzip' }, gzipSync(bytes)),
      'unreachable',
    ],
    [
      'that leads in a circle',
      (request, response) => void response.writeHead(302, { location: request.url ?? '/' }).end(),
      'unreachable',
    ],
    [
      'that leads to a secret of the cloud',
      answer(302, { location: 'http://169.254.169.254/latest' }),
      'unreachable',
    ],
    ['that leads into the disk', answer(302, { location: 'file:///etc/passwd' }), 'unreachable'],
    [
      'that does not speak HTTP',
      (request) => void request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
      'unreachable',
    ],
  ])('%s', async (_what, handle, problem) => {
    ground.feed.misbehave(address, handle);
    expect(await problemOf(ground.fetchIt())).toBe(problem);
    ground.isUntouched();
  });

  test('that is slow, but not silent, is waited for', async () => {
    ground.feed.misbehave(address, (_request, response) => {
      response.writeHead(200, { 'content-length': length });
      let at = 0;
      const timer = setInterval(() => {
        response.write(bytes.subarray(at, (at += 100_000)));
        if (at >= bytes.length) {
          clearInterval(timer);
          response.end();
        }
      }, 150);
    });
    const draft = await ground.fetchIt();
    expect(statSync(draft).size).toBe(bytes.length);
  });

  test('that leads to another one is followed: what counts is what arrives', async () => {
    const other = await listen(answer(200, {}, bytes));
    onTestFinished(other.stop);
    ground.feed.misbehave(address, answer(302, { location: `${other.url}/elsewhere` }));
    expect(statSync(await ground.fetchIt()).size).toBe(bytes.length);
  });

  test('that is gone', async () => {
    await ground.feed.listener.stop();
    expect(await problemOf(ground.fetchIt())).toBe('unreachable');
    ground.isUntouched();
  });

  test('that the member no longer wants to wait for', async () => {
    const control = new AbortController();
    const onProgress = () => control.abort(new Error('cancelled'));
    await expect(ground.fetchIt({ signal: control.signal, onProgress })).rejects.toThrow(
      'cancelled',
    );
    ground.isUntouched();
  });
});
