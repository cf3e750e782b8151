/** Addresses of proxies, as people have been seen to write them. */
import { expect, test } from 'vitest';
import { parseProxy, proxyKey, proxyName } from '../../../shared/net/proxy.ts';

const login = (user: string, password: string) => ({ login: { user, password } });

test.each([
  ['http://proxy.example:3128', 'http', 'proxy.example', 3128, {}],
  // Without a scheme, and without a port.
  ['proxy.example:3128', 'http', 'proxy.example', 3128, {}],
  ['proxy.example', 'http', 'proxy.example', 80, {}],
  ['https://proxy.example', 'https', 'proxy.example', 443, {}],
  ['  HTTP://Proxy.Example.:3128/ ', 'http', 'proxy.example', 3128, {}],
  ['http://proxy.example:3128/path?x#y', 'http', 'proxy.example', 3128, {}],
  ['proxy.example:', 'http', 'proxy.example', 80, {}],
  // GNOME and KDE write socks for SOCKS5.
  ['socks://localhost:8080', 'socks5', 'localhost', 8080, {}],
  ['socks5://10.0.0.1', 'socks5', '10.0.0.1', 1080, {}],
  ['socks5h://proxy.example:1080', 'socks5', 'proxy.example', 1080, {}],
  // IPv6, with and without brackets.
  ['http://[2001:DB8::1]:3128', 'http', '2001:db8::1', 3128, {}],
  ['[::1]', 'http', '::1', 80, {}],
  ['::1', 'http', '::1', 80, {}],
  ['http://2001:db8::1', 'http', '2001:db8::1', 80, {}],
  // Names with an underscore, and in other scripts.
  ['web_proxy:8080', 'http', 'web_proxy', 8080, {}],
  ['bücher.example:8080', 'http', 'bücher.example', 8080, {}],
  // Logins.
  ['http://ada:pw@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'pw')],
  ['http://ada@proxy.example:1', 'http', 'proxy.example', 1, login('ada', '')],
  ['http://ada:@proxy.example:1', 'http', 'proxy.example', 1, login('ada', '')],
  ['http://ada:p%40ss%3A@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'p@ss:')],
  ['http://ada:p@ss@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'p@ss')],
  ['http://ada:a:b@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'a:b')],
  ['http://ada:a6%6qg@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'a6%6qg')],
  ['http://CORP%5Cada:pw@proxy.example:1', 'http', 'proxy.example', 1, login('CORP\\ada', 'pw')],
  // requests 2703 and 2846, insomnia 2512, dfeR 47, pip 7722: what else ends an address, or begins one of IPv6.
  ['http://ada:p@ss#@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'p@ss#')],
  ['http://ada:a/b@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'a/b')],
  ['http://ada:12/3?4@proxy.example:1/', 'http', 'proxy.example', 1, login('ada', '12/3?4')],
  ['http://ada:[x@proxy.example:1', 'http', 'proxy.example', 1, login('ada', '[x')],
  ['ada:https://@proxy.example:1', 'http', 'proxy.example', 1, login('ada', 'https://')],
  ['http://@proxy.example:1', 'http', 'proxy.example', 1, {}],
])('%j is %s at %s, port %i', (text, scheme, host, port, more) => {
  expect(parseProxy(text)).toEqual({ scheme, host, port, ...more });
});

test.each([
  '',
  'http://',
  // No version 4: it cannot take a name.
  'socks4://proxy.example:1080',
  'socks4a://proxy.example:1080',
  // Scripts were an invention of one library.
  'pac+http://pac.example/proxy.pac',
  'ftp://proxy.example',
  'http://proxy.example:0',
  'http://proxy.example:65536',
  'http://proxy.example:80x',
  'http://proxy example:80',
  '"http://proxy.example:80"',
  'http://[proxy.example]:80',
  'http://[::1',
  'http://1:2:3',
  'direct://',
])('%j names no proxy that can be used', (text) => {
  expect(parseProxy(text)).toBeUndefined();
});

test('a proxy is shown without its login', () => {
  const proxy = parseProxy('socks5://ada:pw@[2001:db8::1]:1080');
  expect(proxy && proxyName(proxy)).toBe('[2001:db8::1]:1080');
  expect(proxy && proxyKey(proxy)).toBe('socks5://[2001:db8::1]:1080');
});
