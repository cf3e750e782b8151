/** Which proxy is used: the member's, that of the environment, or the system's. */
import { describe, expect, test } from 'vitest';
import type { ProxySetting } from '../../../shared/net/proxy-choice.ts';
import { chooseProxy, systemChoice } from '../../../shared/net/proxy-choice.ts';
import { proxyKey } from '../../../shared/net/proxy.ts';
import { readProxyVariables } from '../../../shared/net/proxy-variables.ts';

const automatic: ProxySetting = { use: 'automatic' };
const secure = { host: 'example.coop', port: 443, isPlainHttp: false };
const plain = { host: 'example.coop', port: 80, isPlainHttp: true };

type Choice = ReturnType<typeof chooseProxy>;
const shown = (choice: Choice) =>
  choice?.ways.map((way) => (way === 'direct' ? way : proxyKey(way))).join(' ');

describe('the environment', () => {
  test.each<[Record<string, string>, string | undefined, string | undefined]>([
    [{}, undefined, undefined],
    [{ no_proxy: '*' }, undefined, undefined],
    [{ https_proxy: 'http://p:1' }, 'http://p:1', 'direct'],
    [{ http_proxy: 'http://p:1' }, 'direct', 'http://p:1'],
    [{ all_proxy: 'socks5://p:1' }, 'socks5://p:1', 'socks5://p:1'],
    [{ all_proxy: 'http://a:1', https_proxy: 'http://p:1' }, 'http://p:1', 'http://a:1'],
    // Other programs take upper case first (golang 79656), or not at all.
    [{ HTTPS_PROXY: 'http://P:1', HTTP_PROXY: 'http://q:1' }, 'http://p:1', 'http://q:1'],
    [{ https_proxy: 'http://l:1', HTTPS_PROXY: 'http://u:1' }, 'http://l:1', 'direct'],
    [{ ALL_PROXY: 'socks://p:1' }, 'socks5://p:1', 'socks5://p:1'],
    // An empty one turns it off, whatever the other spelling says.
    [{ https_proxy: '', HTTPS_PROXY: 'http://u:1' }, undefined, undefined],
    [{ https_proxy: '', all_proxy: 'http://a:1' }, 'http://a:1', 'http://a:1'],
    [{ https_proxy: '  ' }, undefined, undefined],
    [{ https_proxy: 'http://p:1', no_proxy: 'example.coop' }, 'direct', 'direct'],
    [{ https_proxy: 'http://p:1', NO_PROXY: 'example.coop:80' }, 'http://p:1', 'direct'],
    [{ https_proxy: 'http://p:1', no_proxy: '', NO_PROXY: '*' }, 'http://p:1', 'direct'],
    // What cannot be used is not gone around.
    [{ https_proxy: 'socks4://p:1' }, '', 'direct'],
    [{ all_proxy: 'pac+http://p/x.pac' }, '', ''],
  ])('%j', (env, forSecure, forPlain) => {
    const variables = readProxyVariables(env);
    expect(shown(chooseProxy(automatic, variables, secure))).toBe(forSecure);
    expect(shown(chooseProxy(automatic, variables, plain))).toBe(forPlain);
  });

  test('names the variable that counts', () => {
    const variables = readProxyVariables({ ALL_PROXY: 'http://p:1' });
    expect(chooseProxy(automatic, variables, secure)).toMatchObject({
      from: 'environment',
      variable: 'ALL_PROXY',
    });
  });
});

describe('what the member has set', () => {
  const variables = readProxyVariables({ all_proxy: 'http://env:1' });
  test.each<[ProxySetting, string]>([
    [automatic, 'http://env:1'],
    [{ use: 'none' }, 'direct'],
    [{ use: 'address', address: 'socks5://mine:1' }, 'socks5://mine:1'],
    [{ use: 'address', address: 'nonsense://mine:1' }, ''],
  ])('%j counts before the environment', (setting, way) => {
    expect(shown(chooseProxy(setting, variables, secure))).toBe(way);
  });

  test.each(['localhost', '127.0.0.1', '127.3.2.1', '::1', 'app.localhost'])(
    '%s is always direct',
    (host) => {
      const target = { ...secure, host };
      expect(shown(chooseProxy({ use: 'address', address: 'p:1' }, variables, target))).toBe(
        'direct',
      );
    },
  );
});

describe('the system', () => {
  test.each([
    ['DIRECT', 'direct'],
    ['', 'direct'],
    ['PROXY p:3128', 'http://p:3128'],
    [
      'PROXY p:3128;SOCKS5 s:1080;HTTPS t:443;DIRECT',
      'http://p:3128 socks5://s:1080 https://t:443 direct',
    ],
    ['proxy p:3128 ; direct', 'http://p:3128 direct'],
    ['HTTPS t', 'https://t:443'],
    ['PROXY [2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
    ['PROXY p:1;PROXY p:1;PROXY q:1', 'http://p:1 http://q:1'],
    // Proxyman 2466, mcp-wordpress-remote 63: scripts that say SOCKS, and mean what SOCKS5 does too.
    ['SOCKS s:1080;PROXY p:1', 'socks5://s:1080 http://p:1'],
    ['SOCKS5 s:1080;SOCKS s:1080;DIRECT', 'socks5://s:1080 direct'],
    ['SOCKS4 s:1080;QUIC q:443', ''],
    ['PROXY', ''],
    ['PROXY ada:pw@p:1', ''],
    ['FAST p:1', ''],
    [
      'PROXY a:1;PROXY b:1;PROXY c:1;PROXY d:1;PROXY e:1',
      'http://a:1 http://b:1 http://c:1 http://d:1',
    ],
  ])('%j', (answer, ways) => {
    expect(shown(systemChoice(answer))).toBe(ways);
  });
});
