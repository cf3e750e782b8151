/** What of a server's answer is believed: nothing before its signature was verified. */
import { expect, test, vi } from 'vitest';
import { createReadChannel } from '../../../main/features/updates/read-channel.ts';
import { NetError, timedOut } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { signed } from '../../servers/updates/signer.ts';
import { manifestOf } from '../../servers/updates/manifests.ts';
import { writtenManifest } from '../../../shared/updates/manifest.ts';
import { fakeClock } from '../clock.ts';
import { cases, keys, pinned } from './cases.ts';

type Given = Readonly<{ status?: number; body?: Buffer | string }> | Error;
const release = { feed: 'https://updates.example/feed/', keys: pinned };

function world(answers: Readonly<Record<string, Given | readonly Given[]>>) {
  const clock = fakeClock();
  const asked: Request[] = [];
  const request = async (made: Request): Promise<Answer> => {
    const name = made.url.replace(release.feed, '');
    const before = asked.filter(({ url }) => url === made.url).length;
    asked.push(made);
    const given = answers[name];
    const one = Array.isArray(given) ? given[Math.min(before, given.length - 1)] : given;
    if (one instanceof Error) throw one;
    const { status = one ? 200 : 404, body = '' } = one ?? {};
    const latin1 = Buffer.from(body as string).toString('latin1');
    return { url: made.url, status, headers: {}, body: latin1, timings: { total: 1 } };
  };
  const read = async () => {
    const reading = createReadChannel({ net: { request }, clock, release })(
      'stable',
      new AbortController().signal,
    );
    await clock.pass(6000);
    return reading;
  };
  return { clock, asked, read };
}
const pair = (bytes: Buffer | string, armored: string) => ({
  'stable.json': { body: bytes },
  'stable.json.sig': { body: armored },
});

test.each(cases)('$what', async ({ bytes, armored, outcome }) => {
  const answer = await world(pair(bytes, armored)).read();
  expect(answer.ok ? 'good' : answer.problem.code).toBe(outcome);
});

test('nothing looks into what is not signed', async () => {
  const parse = vi.spyOn(JSON, 'parse');
  await world(pair(writtenManifest(manifestOf()), signed(keys.other, 'x'))).read();
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

test('no key, no update', async () => {
  const bytes = writtenManifest(manifestOf());
  const { asked } = world({});
  const net = {
    request: async ({ url }: Request) => ({
      url,
      status: 200,
      headers: {},
      body: url.endsWith('.sig') ? signed(keys.current, bytes) : bytes,
      timings: { total: 1 },
    }),
  };
  const clock = fakeClock();
  const reading = createReadChannel({ net, clock, release: { ...release, keys: [] } })(
    'stable',
    new AbortController().signal,
  );
  await clock.pass(6000);
  expect(await reading).toEqual({ ok: false, problem: { code: 'wrong-signature' } });
  expect(asked).toEqual([]);
});

test('the server learns nothing of who asks', async () => {
  const bytes = writtenManifest(manifestOf());
  const { asked, read } = world(pair(bytes, signed(keys.current, bytes)));
  expect((await read()).ok).toBe(true);
  expect(asked.map(({ url, headers }) => [url, headers])).toEqual([
    [`${release.feed}stable.json`, { 'cache-control': 'no-cache' }],
    [`${release.feed}stable.json.sig`, { 'cache-control': 'no-cache' }],
  ]);
  expect(asked.map(({ bodyBytes }) => bodyBytes)).toEqual([65_536, 16_384]);
});

test('a signature that does not fit yet is asked for once more, after 5 s', async () => {
  const old = writtenManifest(manifestOf());
  const fresh = writtenManifest(manifestOf({ version: '1.2.0' }));
  const { asked, read } = world({
    'stable.json': { body: fresh },
    'stable.json.sig': [{ body: signed(keys.current, old) }, { body: signed(keys.current, fresh) }],
  });
  expect(await read()).toMatchObject({ ok: true, manifest: { version: '1.2.0' } });
  expect(asked).toHaveLength(4);
});

test.each<[string, Given, object]>([
  ['a redirect that leads nowhere', { status: 304 }, { code: 'http-status', status: 304 }],
  ['no access', { status: 403 }, { code: 'no-access', status: 403 }],
  ['nothing there', { status: 404 }, { code: 'not-found', status: 404 }],
  ['an error', { status: 503 }, { code: 'http-status', status: 503 }],
  ['too much', new NetError(reason('body-too-large', { limit: '64 KiB' })), { code: 'too-large' }],
  ['silence', timedOut('body', 15_000), { code: 'timeout' }],
  ['no connection', new NetError(reason('refused')), { code: 'unreachable' }],
  ['a bug', new TypeError('x'), { code: 'internal' }],
])('%s', async (_what, given, problem) => {
  const answer = await world({ 'stable.json': given }).read();
  expect(answer).toEqual({ ok: false, problem });
});
