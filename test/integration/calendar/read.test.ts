/** A calendar over a real connection, from servers that misbehave. */
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { expand } from '../../../main/features/calendar/expand.ts';
import { createReadAddress } from '../../../main/features/calendar/request.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { calendarText } from '../../servers/coop/calendar.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14);
const scope = { zone: 'America/Toronto', fromUtcMs: nowUtcMs, addresses: [] };
const whole = calendarText(nowUtcMs);

let server: Listener | undefined;
afterEach(() => server?.stop());

async function read(handle: RequestListener, etag?: string) {
  server = await listen(handle);
  const readAddress = createReadAddress(createNet({ budget: createBudget(8) }), expand);
  return readAddress(`${server.url}/x.ics`, etag, scope, new AbortController().signal);
}
const titles = (reread: Awaited<ReturnType<typeof read>>) =>
  reread.ok && !reread.unchanged
    ? reread.copy.expanded?.occurrences.map(({ title }) => title)
    : reread;

test('whole, and unchanged the next time', async () => {
  const answer: RequestListener = (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"7"';
    send(response, isKnown ? { status: 304 } : { headers: { etag: '"7"' }, body: whole });
  };
  const first = await read(answer);
  expect(titles(first)).toContain('Infrastructure');
  expect(first).toMatchObject({ etag: '"7"' });
  await server?.stop();
  expect(await read(answer, '"7"')).toEqual({ ok: true, unchanged: true });
});

test('moved, three times', async () => {
  const reread = await read((request, response) => {
    const hop = Number(/\d$/.exec(request.url ?? '')?.[0] ?? 0);
    if (hop === 3) return send(response, { body: whole });
    send(response, { status: 302, headers: { location: `/${hop + 1}` } });
  });
  expect(titles(reread)).toContain('Infrastructure');
});

test('a hundred megabytes are not waited for', async () => {
  let sent = 0;
  const reread = await read((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    const chunk = Buffer.alloc(64 * 1024, 'X');
    const more = () => {
      while (sent < 100 * 1024 * 1024 && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  expect(reread).toEqual({ ok: false, problem: { code: 'too-large' } });
  expect(sent).toBeLessThan(50 * 1024 * 1024);
});

test('cut off on its way', async () => {
  const reread = await read((_request, response) => {
    response.writeHead(200, { 'content-length': String(whole.length) });
    response.write(whole.slice(0, 300), () => response.destroy());
  });
  expect(reread).toEqual({ ok: false, problem: { code: 'unreachable' } });
});

test.each<[string, string, BufferEncoding]>([
  ['named', 'text/calendar; charset=iso-8859-1', 'latin1'],
  ['not named', 'text/calendar', 'latin1'],
  ['UTF-8', 'application/octet-stream', 'utf8'],
])('an old encoding that is %s', async (_what, type, encoding) => {
  const text = whole.replace(
    'SUMMARY:Infrastructure',
    'SUMMARY:Réunion d’équipe'.replace('’', "'"),
  );
  const reread = await read((_request, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(Buffer.from(text, encoding));
  });
  expect(titles(reread)).toContain("Réunion d'équipe");
});

test('a character of several bytes, cut in two by a fold and by the network', async () => {
  const folded = Buffer.from(
    Buffer.from(whole.replace('SUMMARY:Infrastructure', 'SUMMARY:Réunion d’équipe'))
      .toString('latin1')
      .replace('\xe2\x80\x99', '\xe2\x80\r\n \x99')
      .replace('R\xc3\xa9', 'R\xc3\r\n \xa9'),
    'latin1',
  );
  const cut = folded.indexOf(Buffer.from('\xe2\x80\r', 'latin1')) + 1;
  const reread = await read((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' });
    response.write(folded.subarray(0, cut), () => response.end(folded.subarray(cut)));
  });
  expect(titles(reread)).toContain('Réunion d’équipe');
});
