/** A template over the network, from servers that do not do as they should. */
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createReadTemplate } from '../../../main/features/meetings/request.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { TemplateReread } from '../../../shared/meetings/template.ts';
import { templateReply } from '../../servers/coop/meet.ts';
import type { Listener } from '../../servers/http.ts';
import { listen } from '../../servers/http.ts';

let server: Listener | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function read(handle: RequestListener): Promise<TemplateReread> {
  server = await listen(handle);
  const net = createNet({ budget: createBudget(2) });
  // The app's own limits, with shorter timeouts.
  const request: typeof net.request = (one) => net.request({ ...one, phaseMs: 300 });
  const readTemplate = createReadTemplate({ request });
  return readTemplate(`${server.url}/template`, '"7"', new AbortController().signal);
}

const page = '<!DOCTYPE html><title>Pads</title>';
const { headers, body = '' } = templateReply;
const endless = Buffer.alloc(64 * 1024, 'a');

const servers: Readonly<Record<string, readonly [answer: object, handle: RequestListener]>> = {
  'the stand-in’s': [
    { ok: true, copy: { text: body } },
    (_, to) => to.writeHead(200, headers).end(body),
  ],
  'a download after a redirect': [
    { ok: true, copy: { text: '# Notes' } },
    ({ url }, to) =>
      url === '/template'
        ? to.writeHead(302, { location: '/raw/download' }).end()
        : to.end('# Notes'),
  ],
  'the same as before': [
    { ok: true, unchanged: true },
    ({ headers: asked }, to) => to.writeHead(asked['if-none-match'] === '"7"' ? 304 : 500).end(),
  ],
  'a pad that only members may read': [
    { problem: { code: 'no-access', status: 403 } },
    (_, to) => to.writeHead(403).end(page),
  ],
  'a pad that leads guests to sign in': [
    { problem: { code: 'sign-in' } },
    ({ url }, to) =>
      url === '/template' ? to.writeHead(302, { location: '/login' }).end() : to.end(page),
  ],
  'a pad that leads guests to the front page': [
    { problem: { code: 'web-page' } },
    ({ url }, to) =>
      url === '/template' ? to.writeHead(302, { location: '/' }).end() : to.end(page),
  ],
  'a circle of redirects': [
    { ok: false },
    (_, to) => to.writeHead(302, { location: '/template' }).end(),
  ],
  '100 MB': [
    { problem: { code: 'too-large' } },
    (_, to) => {
      let left = 1600;
      const more = () => {
        while (left > 0 && !to.destroyed) {
          left -= 1;
          if (!to.write(endless)) return void to.once('drain', more);
        }
        to.end();
      };
      more();
    },
  ],
  'a drip without end': [
    { problem: { code: 'timeout' } },
    (_, to) => {
      const drip = setInterval(() => to.write('#'), 50);
      to.on('close', () => clearInterval(drip));
    },
  ],
  silence: [{ problem: { code: 'timeout' } }, () => undefined],
  'half an answer': [
    { problem: { code: 'timeout' } },
    (_, to) => to.writeHead(200, { 'content-length': '100' }).write('# Notes'),
  ],
  'a line that breaks': [{ problem: { code: 'unreachable' } }, ({ socket }) => socket.destroy()],
  'bytes that are no text': [
    { problem: { code: 'not-text' } },
    (_, to) =>
      to
        .writeHead(200, { 'content-type': 'text/markdown; charset=utf-8' })
        .end(Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00])),
  ],
};

test.each(Object.entries(servers))('%s', async (_what, [answer, handle]) => {
  expect(await read(handle)).toMatchObject(answer);
});
