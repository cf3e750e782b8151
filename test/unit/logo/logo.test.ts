/** The co-op's logo: fetched once a day, kept for when there is no network, and never another co-op's. */
import { expect, test } from 'vitest';
import { createLogo } from '../../../main/features/logo/index.ts';
import { createReadImage } from '../../../main/features/logo/request.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { fakeClock } from '../clock.ts';
import { png } from './pictures.ts';

const hour = 3_600_000;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const picture = `data:image/png;base64,${base64(png(64, 64))}`;
const other = `data:image/png;base64,${base64(png(32, 32))}`;

function world() {
  const disk: { text?: string } = {};
  const asked: string[] = [];
  const answers = new Map<string, string | undefined>();
  return {
    disk,
    asked,
    answers,
    start: async (source?: string, clock = fakeClock()) => {
      const shown: (string | undefined)[] = [];
      const logo = createLogo({
        clock,
        read: async (from) => {
          asked.push(from);
          return answers.get(from);
        },
        store: {
          load: async () => disk.text,
          save: async (text) => void (disk.text = text),
        },
        onChange: (image) => shown.push(image),
      });
      await logo.restore(source);
      await clock.pass(0);
      return { logo, clock, shown };
    },
  };
}
const at = 'https://maple.example/logo.png';

test('is there again at the next start, without a network', async () => {
  const { answers, start, asked } = world();
  answers.set(at, picture);
  expect((await start(at)).shown).toEqual([undefined, picture]);
  answers.clear();
  const again = await start(at);
  expect(again.logo.current()).toBe(picture);
  expect(asked).toHaveLength(1);
  await again.clock.pass(24 * hour);
  expect([again.logo.current(), asked.length]).toEqual([picture, 2]);
});

test('is asked for once a day, and once an hour while there is none', async () => {
  const { answers, start, asked } = world();
  const { clock, logo, shown } = await start(at);
  await clock.pass(hour + 1);
  expect(asked).toHaveLength(2);
  answers.set(at, picture);
  await clock.pass(hour);
  expect(logo.current()).toBe(picture);
  answers.set(at, other);
  await clock.pass(23 * hour);
  expect(logo.current()).toBe(picture);
  await clock.pass(hour);
  expect(shown).toEqual([undefined, picture, other]);
});

test('goes with the document that named it', async () => {
  const { answers, start } = world();
  answers.set(at, picture);
  const { logo, shown, clock } = await start(at);
  logo.setSource('https://other.example/logo.png');
  await clock.pass(0);
  expect(logo.current()).toBeUndefined();
  logo.setSource(undefined);
  expect(logo.current()).toBeUndefined();
  expect(shown.at(-1)).toBeUndefined();
});

test('an answer that comes too late is not the new co-op’s', async () => {
  let answer: (image: string) => void = () => {};
  const clock = fakeClock();
  const logo = createLogo({
    clock,
    read: () => new Promise((resolve) => (answer = resolve)),
    store: { load: async () => undefined, save: async () => undefined },
    onChange: () => undefined,
  });
  await logo.restore(at);
  await clock.pass(0);
  const late = answer;
  logo.setSource('https://other.example/logo.png');
  late(picture);
  await clock.pass(0);
  expect(logo.current()).toBeUndefined();
});

test('nothing is asked while asleep', async () => {
  const { start, asked } = world();
  const { logo, clock } = await start(at);
  logo.suspend();
  await clock.pass(48 * hour);
  expect(asked).toHaveLength(1);
  logo.resume();
  await clock.pass(0);
  expect(asked).toHaveLength(2);
});

test('a damaged file costs nothing but the picture', async () => {
  const { disk, start } = world();
  disk.text = JSON.stringify({ version: 1, source: at, readAtUtcMs: 1, image: 'data:text/html,x' });
  expect((await start(at)).logo.current()).toBeUndefined();
});

function reading(answer: Partial<Answer> | Error) {
  const requests: Request[] = [];
  const read = createReadImage({
    request: async (request) => {
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
    },
  });
  return { requests, read: (source = at) => read(source, new AbortController().signal) };
}
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('a picture is told by its bytes, whatever its server calls it', async () => {
  const headers = { 'content-type': 'text/html' };
  const { read, requests } = reading({ body: latin(png(64, 64)), headers });
  expect(await read()).toBe(picture);
  expect(requests).toMatchObject([{ asBytes: true, trust: 'system', redirects: 3 }]);
  const { bodyBytes } = requests[0] ?? {};
  expect(typeof bodyBytes === 'function' && [bodyBytes(200), bodyBytes(404)]).toEqual([262_144, 0]);
});

test.each<[string, Partial<Answer> | Error]>([
  ['an error', { status: 404, body: latin(png(64, 64)) }],
  ['a page', { body: '<html>', headers: { 'content-type': 'image/png' } }],
  ['a script in a picture’s clothes', { body: '<svg onload="alert(1)"/>' }],
  ['a pixel bomb', { body: latin(png(65_535, 65_535)) }],
  ['no answer', new Error('unreachable')],
])('%s is no logo', async (_what, answer) => {
  expect(await reading(answer).read()).toBeUndefined();
});

test('one that stands in the document needs no network', async () => {
  const { read, requests } = reading(new Error('offline'));
  expect(await read(picture)).toBe(picture);
  expect(await read('data:image/png;base64,AAAA')).toBeUndefined();
  expect(requests).toEqual([]);
});

test.each<[unknown, string | undefined]>([
  [at, undefined],
  [picture, undefined],
  ['http://127.0.0.1:1/logo.png', undefined],
  ['http://maple.example/logo.png', 'url-insecure'],
  ['data:image/svg+xml;base64,AAAA', 'logo'],
  ['data:text/html,<script>', 'logo'],
  ['javascript:alert(1)', 'url-other-scheme'],
  [`data:image/png;base64,${'A'.repeat(360_000)}`, 'too-long'],
  [`https://maple.example/${'a'.repeat(3000)}`, 'too-long'],
  [7, 'text'],
])('%.40j in a document: %s', (logo, code) => {
  const text = JSON.stringify({ version: 1, name: 'x', services: [], logo });
  const parsed = parseCoopDocument(text);
  if (!parsed.ok) throw new Error('rejected');
  expect(parsed.document.problems.map((one) => [one.path, one.code])).toEqual(
    code === undefined ? [] : [['$.logo', code]],
  );
  expect(parsed.document.logo).toBe(code === undefined ? logo : undefined);
});
