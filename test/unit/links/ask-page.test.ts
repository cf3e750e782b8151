/** The one request for the page of a link. */
import { expect, test } from 'vitest';
import { createAskPage } from '../../../main/features/links/ask-page.ts';
import { createCookies } from '../../../main/platform/net/cookies.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const address = 'https://a.example/dir/page';
const clock = fakeClock();

function asking(answer: Partial<Answer> | Error) {
  const requests: Request[] = [];
  const request = async (one: Request): Promise<Answer> => {
    requests.push(one);
    if (answer instanceof Error) throw answer;
    return { url: one.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
  };
  return { requests, ask: createAskPage({ net: { request }, clock }) };
}
const page = (readsPage: boolean) => ({
  address,
  readsPage,
  cookies: createCookies(clock.nowUtcMs),
});
const signal = () => new AbortController().signal;

test('is a GET that ends after the head, follows nothing, and never leads inside', async () => {
  const { ask, requests } = asking({});
  await ask(page(false), signal());
  expect(requests[0]).toMatchObject({
    url: address,
    bodyBytes: 0,
    redirects: 0,
    isCheck: true,
    outsideOnly: true,
  });
  expect(requests[0]?.method).toBeUndefined();
});

test('only the page of a shortener is read, only if it answers 200, and not much of it', async () => {
  const { ask, requests } = asking({ body: 'There is no x defined' });
  const { answer } = await ask(page(true), signal());
  expect(answer?.body).toBe('There is no x defined');
  const { bodyBytes } = requests[0] ?? {};
  const bytesOf = (status: number) =>
    typeof bodyBytes === 'function' ? bodyBytes(status) : bodyBytes;
  expect([bytesOf(200), bytesOf(404), bytesOf(500)]).toEqual([16_384, 0, 0]);
});

test.each<[location: string, leadsTo: string]>([
  ['/x', 'https://a.example/x'],
  ['x?y', 'https://a.example/dir/x?y'],
  ['//b.example', 'https://b.example/'],
  ['http://127.1/', 'http://127.0.0.1/'],
  ['http://0x7f000001/', 'http://127.0.0.1/'],
  ['javascript:alert(1)', ''],
  ['file:///etc/passwd', ''],
  ['https://', ''],
  ['http://[', ''],
])('a redirect to %s leads to %j', async (location, leadsTo) => {
  const { ask } = asking({ status: 302, location });
  expect((await ask(page(false), signal())).answer?.leadsTo).toBe(leadsTo);
});

test.each<[status: number, headers: Answer['headers'], refusal: string | undefined]>([
  [403, { 'cf-mitigated': 'challenge' }, 'guard'],
  [202, { 'x-amzn-waf-action': 'challenge' }, 'guard'],
  [405, { 'x-amzn-waf-action': 'captcha' }, 'guard'],
  [429, {}, 'busy'],
  [503, { 'retry-after': '120' }, 'busy'],
  [503, {}, undefined],
  [403, {}, undefined],
])('%i with %j is refused: %s', async (status, headers, refusal) => {
  const { answer } = await asking({ status, headers }).ask(page(false), signal());
  expect([answer?.refusal, answer?.leadsTo]).toEqual([refusal, undefined]);
});

test('only a redirect leads anywhere', async () => {
  const { answer } = await asking({ status: 200, location: '/x' }).ask(page(false), signal());
  expect(answer?.leadsTo).toBeUndefined();
});

test('a fault has its reason; a bug is one of ours', async () => {
  const timeout = new NetError(reason('timeout'));
  expect(await asking(timeout).ask(page(false), signal())).toEqual({ fault: 'timeout' });
  const bug = new TypeError('x');
  expect(await asking(bug).ask(page(false), signal())).toEqual({ fault: 'internal' });
});

test('what was dropped is no answer', async () => {
  const { ask } = asking(new Error('late'));
  await expect(ask(page(false), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

test('cookies are taken and sent back, on any page of their site', async () => {
  const { ask, requests } = asking({
    status: 302,
    location: '/x',
    headers: { 'set-cookie': ['a=1; Path=/'] },
  });
  const question = page(false);
  await ask(question, signal());
  await ask({ ...question, address: 'https://a.example/x' }, signal());
  await ask({ ...question, address: 'https://b.example/x' }, signal());
  expect(requests.map(({ headers }) => headers?.['cookie'])).toEqual([undefined, 'a=1', undefined]);
});
