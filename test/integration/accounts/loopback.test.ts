import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listenForBrowser } from '../../../main/features/accounts/loopback.ts';
import { fakeClock } from '../../unit/clock.ts';

const clock = fakeClock();
const endPage = { title: 'Retour à <Coop>', text: 'Vous pouvez fermer cette page.' };
let leave = new AbortController();
const listen = () => {
  leave = new AbortController();
  return listenForBrowser({ clock, state: 'of-this-time', endPage }, leave.signal);
};
afterEach(() => leave.abort());

describe('the listener for the browser', () => {
  test('is on this machine alone, takes one answer, and is gone', async () => {
    const { url, answer } = await listen();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    const page = await fetch(`${url}?code=abc&state=of-this-time`);
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await page.text()).toContain('Retour à &lt;Coop&gt;');
    expect((await answer).get('code')).toBe('abc');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(clock.timers()).toBe(0);
  });

  test.each(['?code=abc', '?code=abc&state=', '?code=abc&state=of-another'])(
    'takes no answer that is not of this time: %s',
    async (query) => {
      const { url, answer } = await listen();
      expect((await fetch(url + query)).status).toBe(404);
      const posted = await fetch(`${url}?code=abc&state=of-this-time`, { method: 'POST' });
      expect(posted.status).toBe(404);
      leave.abort();
      await expect(answer).rejects.toMatchObject({ fault: 'cancelled' });
    },
  );

  // Written to the socket, since HTTP clients would not send these.
  test.each(['//', '///', '/\\', '//[', '//a:b/callback', '*', 'http://[/', '/%zz?state=%'])(
    'bears a request for %s',
    async (target) => {
      const { url, answer } = await listen();
      const { port } = new URL(url);
      const said = await new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.end(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
        );
        socket.setEncoding('latin1').once('data', (data) => resolve(String(data)));
      });
      expect(said).toMatch(/^HTTP\/1\.1 40[04] /);
      expect((await fetch(`${url}?code=abc&state=of-this-time`)).status).toBe(200);
      expect((await answer).get('code')).toBe('abc');
    },
  );

  test('gives up after five minutes', async () => {
    const { url, answer } = await listen();
    await clock.pass(300_000);
    await expect(answer).rejects.toMatchObject({ fault: 'expired' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});
