/** What the server of a template may answer. */
import { expect, test } from 'vitest';
import { createReadTemplate } from '../../../main/features/meetings/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { templateLimitBytes } from '../../../shared/meetings/template.ts';
import { reason } from '../../../shared/observation/observation.ts';

const url = 'https://pads.example/template/download';
const text = '# {{date}} {{title}} {{room}}';

const answered = (answer: Partial<Answer> | Error) => {
  const requests: Request[] = [];
  const read = createReadTemplate({
    request: async (request) => {
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
    },
  });
  return {
    requests,
    read: (signal = new AbortController().signal) => read(url, undefined, signal),
  };
};

test.each<[string, Partial<Answer> | Error, object]>([
  ['Markdown', { body: text }, { ok: true, copy: { text } }],
  ['a page', { body: '<html>' }, { problem: { code: 'web-page' } }],
  [
    'a redirect to sign in',
    { body: '<html>', url: 'https://pads.example/login' },
    { problem: { code: 'sign-in' } },
  ],
  ['no access', { status: 403 }, { problem: { code: 'no-access', status: 403 } }],
  ['not found', { status: 404 }, { problem: { code: 'not-found', status: 404 } }],
  ['too many requests', { status: 429 }, { problem: { code: 'http-status', status: 429 } }],
  ['100 MB', new NetError(reason('body-too-large')), { problem: { code: 'too-large' } }],
  ['nothing in time', new NetError(reason('timeout')), { problem: { code: 'timeout' } }],
  ['nobody', new NetError(reason('unreachable')), { problem: { code: 'unreachable' } }],
  ['a fault of ours', new TypeError('x'), { problem: { code: 'internal' } }],
])('an answer: %s', async (_what, answer, expected) => {
  const { read, requests } = answered(answer);
  expect(await read()).toMatchObject(expected);
  expect(requests[0]).toMatchObject({ url, bodyBytes: templateLimitBytes, trust: 'system' });
});

test('a feature that ends does not count as a failure of the server', async () => {
  const { read } = answered(new NetError(reason('timeout')));
  await expect(read(AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
});
