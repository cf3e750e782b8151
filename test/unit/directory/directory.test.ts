import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyLimitBytes } from '../../../main/core/directory/copy.ts';
import { createDirectory } from '../../../main/core/directory/index.ts';
import { readText, writeText } from '../../../main/platform/files.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string) => JSON.stringify({ version: 1, name, services: [] });
const answer = (body: string, status = 200): Answer => ({
  url: '',
  status,
  headers: {},
  body,
  timings: {},
});

const copyOf = (document: string) =>
  JSON.stringify({ version: 1, source: 'hypha.coop', readAtUtcMs: 1, text: document });

function directory(reply: () => Answer, clock = fakeClock()) {
  const file = join(folder, 'profile', 'coop.json');
  const asked: string[] = [];
  const made = createDirectory({
    language: 'en',
    clock,
    net: {
      request: async ({ url }) => {
        asked.push(url);
        return reply();
      },
    },
    store: { load: () => readText(file, copyLimitBytes), save: (copy) => writeText(file, copy) },
  });
  return { made, asked, file };
}

const proxyWantsLogin = (): Answer => {
  throw new NetError(reason('proxy-login'));
};

describe('the co-op document', () => {
  test('is found from a domain, and kept for when it cannot be read', async () => {
    const { made, asked, file } = directory(() => answer(text('Hypha')));
    expect(await made.join('hypha.coop')).toBeUndefined();
    expect(asked).toEqual(['https://hypha.coop/.well-known/coop-tray.json']);
    // Windows has no such bits; there the profile's folder belongs to the member only.
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);

    const later = directory(() => {
      throw new NetError(reason('unreachable'));
    });
    await later.made.restore();
    await later.made.refresh();
    expect(later.made.current()).toMatchObject({
      source: 'hypha.coop',
      document: { name: 'Hypha' },
      error: { code: 'unreachable' },
    });
  });

  test.each<[string, () => Answer, string]>([
    ['a missing document', () => answer('', 404), 'not-found'],
    ['a document that is gone for good', () => answer('', 410), 'not-found'],
    ['a server that wants to know who asks', () => answer('', 401), 'forbidden'],
    ['a server that keeps the document to itself', () => answer('', 403), 'forbidden'],
    ['a server with a fault', () => answer('', 500), 'server-error'],
    ['a gateway that reaches no server', () => answer('', 502), 'server-error'],
    ['a server that speaks of a copy we have not', () => answer('', 304), 'unexpected-status'],
    ['an answer without content', () => answer('', 204), 'unexpected-status'],
    ['a page instead', () => answer('<html>'), 'not-json'],
    ['a network whose proxy wants a login', () => proxyWantsLogin(), 'behind-proxy'],
    ['a server that is asked too often', () => answer('', 429), 'refuses-us'],
    [
      'too much',
      () => {
        throw new NetError(reason('body-too-large'));
      },
      'too-large',
    ],
  ])('%s does not replace the one that is there', async (_what, reply, code) => {
    let broken = false;
    const { made } = directory(() => (broken ? reply() : answer(text('Hypha'))));
    await made.join('hypha.coop');
    broken = true;
    expect(await made.join('other.coop')).toMatchObject({ code });
    expect(made.current()?.document.name).toBe('Hypha');
  });

  test('may be a file of at most 1 MiB', async () => {
    const { made } = directory(() => answer(''));
    const file = join(folder, 'coop.json');
    writeFileSync(file, text('From a file'));
    expect(await made.join(file)).toBeUndefined();
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writeFileSync(file, `\uFEFF${text(`With a mark, ${encoding}`)}`, encoding);
      expect(await made.join(file)).toBeUndefined();
      expect(made.current()?.document.name).toBe(`With a mark, ${encoding}`);
    }
    writeFileSync(file, ' '.repeat(1024 * 1024 + 1));
    expect(await made.join(file)).toEqual({ code: 'too-large' });
    expect(await made.join(join(folder, 'none.json'))).toEqual({ code: 'file-unreadable' });
    expect(await made.join('no address')).toEqual({ code: 'address-invalid' });
  });

  test.each<[string, string]>([
    ['that this version refuses', copyOf('{"version":1}')],
    ['of a later version', copyOf('{"version":2,"name":"Hypha","services":[]}')],
    ['without its time', JSON.stringify({ source: 'hypha.coop', text: text('Hypha') })],
    ['cut short', copyOf(text('Hypha')).slice(0, 40)],
  ])('a copy %s is asked for again from its source', async (_what, copy) => {
    const { made, asked, file } = directory(() => answer(text('Hypha')));
    await writeText(file, copy);
    await made.restore();
    expect([made.current(), made.awaited()?.source]).toEqual([undefined, 'hypha.coop']);
    await made.refresh();
    expect(asked).toEqual(['https://hypha.coop/.well-known/coop-tray.json']);
    expect([made.current()?.document.name, made.awaited()]).toEqual(['Hypha', undefined]);
  });

  test('a copy that cannot be read stays, and is asked for until its source answers', async () => {
    const clock = fakeClock();
    let up = false;
    const { made, asked, file } = directory(() => answer(text('Hypha'), up ? 200 : 500), clock);
    await writeText(file, copyOf('{"version":1}'));
    await made.restore();
    expect(made.awaited()?.error.code).toBe('not-a-coop-document');
    await made.refresh();
    expect(made.awaited()?.error).toEqual({ code: 'server-error', status: 500 });
    expect(await readText(file, copyLimitBytes)).toBe(copyOf('{"version":1}'));
    up = true;
    await clock.pass(10 * 60_000);
    expect(asked).toHaveLength(2);
    await vi.waitFor(async () => expect(await readText(file, copyLimitBytes)).toContain('Hypha'));
    made.dispose();
  });

  test('a copy that tells of no co-op is none', async () => {
    const { made, file } = directory(() => answer(text('x')));
    await writeText(file, '{"text":"{}"');
    await made.restore();
    expect([made.current(), made.awaited()]).toEqual([undefined, undefined]);
  });
});

test('a file is written whole or not at all, and leaves no draft', async () => {
  const file = join(folder, 'a.json');
  await writeText(file, 'one');
  await expect(writeText(join(file, 'below-a-file'), 'x')).rejects.toThrow('EEXIST');
  await writeText(file, 'two');
  expect([await readText(file, 10), readdirSync(folder)]).toEqual(['two', ['a.json']]);
});

test('a server that asks to be left alone for a time is, unless a member names the co-op anew', async () => {
  const clock = fakeClock();
  const asked: number[] = [];
  let refuses = false;
  const made = createDirectory({
    language: 'en',
    clock,
    net: {
      request: async () => {
        asked.push(clock.monotonicMs());
        return refuses
          ? { ...answer('', 503), headers: { 'retry-after': '1800' } }
          : answer(text('Hypha'));
      },
    },
    store: { load: async () => undefined, save: async () => undefined },
  });
  await made.join('hypha.coop');
  refuses = true;
  await made.refresh();
  expect(made.current()?.error).toEqual({ code: 'refuses-us' });
  asked.length = 0;
  await clock.pass(60_000);
  await made.refresh();
  await clock.pass(1_739_000);
  expect(asked).toEqual([]);
  refuses = false;
  await clock.pass(1000);
  expect([asked.length, made.current()?.error]).toEqual([1, undefined]);
  refuses = true;
  await made.refresh();
  refuses = false;
  expect(await made.join('hypha.coop')).toBeUndefined();
  expect(made.current()?.error).toBeUndefined();
  made.dispose();
});

describe('a late answer', () => {
  /** Holds back each request until it is answered by URL. */
  function slow() {
    const waiting = new Map<string, (body: string) => void>();
    const saved: string[] = [];
    const made = createDirectory({
      language: 'en',
      clock: fakeClock(),
      net: {
        request: ({ url }) =>
          new Promise((resolve) => waiting.set(url, (body) => resolve(answer(body)))),
      },
      store: {
        load: async () => JSON.stringify({ source: 'old.coop', readAtUtcMs: 1, text: text('Old') }),
        save: async (copy) => void saved.push((JSON.parse(copy) as { source: string }).source),
      },
    });
    const reply = (host: string) =>
      waiting.get(`https://${host}/.well-known/coop-tray.json`)?.(text(host));
    return { made, reply, saved };
  }

  test('of a refresh does not bring back the co-op from before a join', async () => {
    const { made, reply, saved } = slow();
    await made.restore();
    const refreshed = made.refresh();
    const joined = made.join('new.coop');
    reply('new.coop');
    await joined;
    reply('old.coop');
    await refreshed;
    expect([made.current()?.document.name, saved]).toEqual(['new.coop', ['new.coop']]);
  });

  test('of a join does not replace the one that was asked for after it', async () => {
    const { made, reply, saved } = slow();
    const [first, second] = [made.join('first.coop'), made.join('second.coop')];
    reply('second.coop');
    await second;
    reply('first.coop');
    await first;
    expect([made.current()?.source, saved]).toEqual(['second.coop', ['second.coop']]);
  });

  test('of a join counts when the one after it came to nothing, and after a refresh', async () => {
    const { made, reply } = slow();
    await made.restore();
    const first = made.join('first.coop');
    const refreshed = made.refresh();
    expect(await made.join('no address')).toEqual({ code: 'address-invalid' });
    reply('old.coop');
    await refreshed;
    reply('first.coop');
    await first;
    expect(made.current()?.source).toBe('first.coop');
  });
});

test.each([
  'file://host/coop.json',
  'file:///a%2Fb.json',
  'file:///a%00b.json',
  'file:///%zz.json',
  'FILE://host/coop.json',
  'https://[x/coop.json',
  'https://a:99999/coop.json',
  'https://%zz/coop.json',
  '/a\0b.json',
  '~/\ud800.json',
  'C:\\coop.json',
])('%j as a source is an error with a sentence, not a crash', async (source) => {
  const made = createDirectory({
    language: 'en',
    clock: fakeClock(),
    net: { request: async ({ url }) => ({ ...answer(text('x')), url: new URL(url).href }) },
    store: { load: async () => undefined, save: async () => undefined },
  });
  expect(await made.join(source)).toMatchObject({
    code: expect.stringMatching(/^(address-invalid|file-unreadable|unreachable)$/),
  });
  made.dispose();
});
