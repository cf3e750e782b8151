/** Servers that redirect a visitor before they show anything, byte for byte, and whether a browser arrives. */
import type { Behaviour } from './faulty/sockets.ts';
import { word } from './untidy.ts';

type Visit = Readonly<{
  /** Below the case's own `/NUMBER`, as received. */
  path: string;
  /** The value of `Cookie`. */
  cookie: string;
}>;

export type Way = Readonly<{
  what: string;
  /** The answer as Latin-1: a redirect, or undefined for the page. */
  lead: (visit: Visit) => string | undefined;
  arrives: boolean;
}>;

const to = (location: string, ...lines: readonly string[]) =>
  found(`Location: ${location}`, ...lines);
const found = (...lines: readonly string[]) =>
  ['HTTP/1.1 302 Found', ...lines, 'Content-Length: 0', '', ''].join('\r\n');
const missing = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n';

const until = (cookie: string, ...setCookies: readonly string[]): Way['lead'] => {
  return (visit) =>
    visit.cookie === cookie
      ? undefined
      : to('/{n}/', ...setCookies.map((one) => `Set-Cookie: ${one}`));
};
/** Redirects to where the path must be `path`. */
const leads = (location: string, path: string): Way['lead'] => {
  return (visit) => (visit.path === '/' ? to(location) : visit.path === path ? undefined : missing);
};
const way = (what: string, lead: Way['lead']): Way => ({ what, lead, arrives: true });
const dead = (what: string, lead: Way['lead']): Way => ({ what, lead, arrives: false });

export const ways: readonly Way[] = [
  way('no way at all', () => undefined),

  // cookies
  way('a cookie, at the same address', until('seen=1', 'seen=1')),
  way(
    'a cookie with a path and an age',
    until('seen=1', 'seen=1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax'),
  ),
  way(
    'two cookies at once',
    until('a=1; b=2', 'a=1', 'b=2; expires=Fri, 31-Dec-2100 23:59:59 GMT'),
  ),
  way('one cookie after the other', ({ cookie }) => {
    if (cookie === 'a=1; b=2') return undefined;
    return to('/{n}/', `Set-Cookie: ${cookie === '' ? 'a=1' : 'b=2'}`);
  }),
  way('a cookie that changes', ({ cookie }) => {
    if (cookie === 'step=3') return undefined;
    return to('/{n}/', `Set-Cookie: step=${Number(cookie.slice(5)) + 1}`);
  }),
  way('a cookie that is taken back', ({ cookie, path }) => {
    if (path === '/') return to('/{n}/a', 'Set-Cookie: a=1');
    if (path === '/a') return to('/{n}/b', 'Set-Cookie: a=; Max-Age=0');
    return cookie === '' ? undefined : missing;
  }),
  way('a cookie that has ended already', ({ cookie, path }) => {
    if (path === '/') return to('/{n}/a', 'Set-Cookie: a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    return cookie === '' ? undefined : missing;
  }),
  way('a cookie of another path', ({ cookie, path }) => {
    if (path === '/') return to('/{n}/a', 'Set-Cookie: a=1; Path=/{n}/deep');
    return cookie === '' ? undefined : missing;
  }),
  way('a value with an equals sign and spaces', until('a=b=c d', 'a = b=c d ; Path=/')),
  way('a cookie without a name', until('lonely', 'lonely')),
  way('a cookie of its own domain', until('a=1', 'a=1; Domain=127.0.0.1')),
  way('a cookie for secure lines, on this machine', until('a=1', 'a=1; Secure; Path=/')),
  dead(
    'a cookie that promises a secure line, on another',
    until('__Host-a=1', '__Host-a=1; Secure; Path=/'),
  ),
  dead('a cookie of another domain', until('a=1', 'a=1; Domain=example.org')),
  dead('a cookie that is never enough', ({ cookie }) =>
    to('/{n}/', `Set-Cookie: n=${Number(cookie.slice(2)) + 1}`),
  ),
  dead('no cookie, in a circle', () => to('/{n}/')),

  // targets
  way('raw UTF-8', leads('/{n}/r\xc3\xa9union', '/r%C3%A9union')),
  way('raw Latin-1', leads('/{n}/r\xe9union', '/r%E9union')),
  way('an escaped letter', leads('/{n}/r%C3%A9union', '/r%C3%A9union')),
  way('spaces around', leads('  /{n}/there \t', '/there')),
  way('a space within', leads('/{n}/over there', '/over%20there')),
  way('a relative address', leads('there', '/there')),
  way('a question alone', leads('?lang=fr', '/?lang=fr')),
  way('no protocol', leads('//{host}/{n}/there', '/there')),
  way('backslashes', leads('\\{n}\\there', '/there')),
  way('a mark within the page', leads('/{n}/there#r\xc3\xa9union', '/there')),
  way('steps up', leads('/x/../{n}/./there', '/there')),
  way('the same place twice', ({ path }) =>
    path === '/' ? found('Location: there', 'Location: there') : undefined,
  ),
  dead('two places', ({ path }) =>
    path === '/' ? found('Location: there', 'Location: elsewhere') : undefined,
  ),
  dead('nowhere', ({ path }) => (path === '/' ? to('http://[') : undefined)),
  ...[301, 303, 307, 308].map((status) =>
    way(`a ${status}`, ({ path }) =>
      path === '/' ? to('there').replace('302 Found', `${status} On`) : undefined,
    ),
  ),
];

export function serveWays(all: readonly Way[]): Behaviour {
  return (socket) =>
    socket.once('data', (bytes) => {
      const request = bytes.toString('latin1');
      const [, number = '', path = ''] = /^\w+ \/(\d+)(\/\S*)/.exec(request) ?? [];
      const headerOf = (name: string) =>
        new RegExp(`^${name}: (.*)\r$`, 'im').exec(request)?.[1] ?? '';
      const visit = { path, cookie: headerOf('cookie') };
      const page = `HTTP/1.1 200 OK\r\nContent-Length: ${word.length}\r\n\r\n${word}`;
      const answer = all[Number(number)]?.lead(visit) ?? page;
      const filled = answer.replaceAll('{n}', number).replaceAll('{host}', headerOf('host'));
      socket.end(Buffer.from(number === '' ? missing : filled, 'latin1'));
    });
}
