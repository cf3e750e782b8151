/** Host names and URLs as people write them: each mistake has its place and a remedy. */
import { describe, expect, test } from 'vitest';
import {
  expectSentences,
  frame,
  http,
  inProbe,
  probe,
  problemsOf,
  read,
  service,
} from './written.ts';

describe('a machine’s name', () => {
  const kinds = [
    ['its port', 'mail.example.coop:587', 'host-port'],
    ['the port of an address', '192.0.2.7:25', 'host-port'],
    ['the port of an IPv6 address', '[2001:db8::1]:25', 'host-port'],
    ['a scheme', 'https://mail.example.coop', 'host-scheme'],
    ['another scheme', 'smtps://mail.example.coop:465/', 'host-scheme'],
    ['a path', 'mail.example.coop/inbox', 'host-path'],
    ['a slash at its end', 'mail.example.coop/', 'host-path'],
    ['a query', 'mail.example.coop?x', 'host-path'],
    ['a person', 'el@mail.example.coop', 'host-user'],
    ['a space', 'mail example.coop', 'host-signs'],
    ['a space at its end', 'mail.example.coop ', 'host-signs'],
    ['a line break', 'mail.example.coop\n', 'host-signs'],
    ['an invisible sign', 'mail.example\u200B.coop', 'host-signs'],
    ['a comma', 'a.example,b.example', 'host-signs'],
    ['angle brackets', '<your-host>', 'host-signs'],
    ['quotation marks', '“mail.example.coop”', 'host-signs'],
    ['two dots', 'mail..example.coop', 'host-dots'],
    ['a dot before it', '.example.coop', 'host-dots'],
    ['a star', '*.example.coop', 'host-wildcard'],
    ['a hyphen before a part', '-mail.example.coop', 'host-label'],
    ['a part that is too long', `${'a'.repeat(64)}.example`, 'host-label'],
    ['an address that is none', '192.0.2.256', 'host-address'],
    ['a part of an address', '192.0.2', 'host-address'],
    ['an address with zeros', '192.0.2.010', 'host-address'],
    ['a bracket left open', '[2001:db8::1', 'host-address'],
    ['a broken IPv6 address', '2001:db8:::1', 'host-address'],
    ['letters that do not go together', 'xn--ü.example', 'host-signs'],
    ['nothing', '', 'empty'],
  ] as const;

  test.each(kinds)('with %s: “%s”', (_what, host, code) => {
    for (const one of [
      { type: 'tcp', host, port: 587 },
      { type: 'tls', host },
    ]) {
      const [problem, ...more] = problemsOf(probe(one));
      expect([problem?.path, problem?.code, more]).toEqual([`${inProbe}.host`, code, []]);
      expectSentences(problem);
    }
  });

  test.each([
    'mail.example.coop',
    'mail.example.coop.',
    'MAIL.example',
    'localhost',
    'my_nas.local',
    'bücher.example',
    'コープ.example',
    'xn--bcher-kva.example',
    '192.0.2.7',
    '2001:db8::1',
    '[2001:db8::1]',
    '1and1.example',
  ])('“%s” is one', (host) => {
    expect(problemsOf(probe({ type: 'tcp', host, port: 587 }))).toEqual([]);
  });

  test('the remedy proposes what was meant', () => {
    const [problem] = problemsOf(
      probe({ type: 'tcp', host: 'https://el@a.example:8443/x', port: 1 }),
    );
    expect(problem?.params).toEqual({ host: 'a.example' });
  });
});

describe('the DNS', () => {
  const dns = (more: object) => probe({ type: 'dns', name: 'example.coop', ...more });

  test.each([
    ['a name', 'ns1.example.coop', 'dns-server'],
    ['a name with a port', 'ns1.example.coop:53', 'dns-server'],
    ['over https', 'https://dns.example/dns-query', 'dns-server'],
    ['over TLS', 'tls://9.9.9.9', 'dns-server'],
    ['two of them', '9.9.9.9, 1.1.1.1', 'dns-server'],
    ['a cut address', '9.9.9', 'dns-server'],
    ['a port as dig writes it', '9.9.9.9#53', 'dns-server'],
    ['a port that is none', '9.9.9.9:70000', 'port-range'],
    ['port 0', '9.9.9.9:0', 'port-range'],
    ['a port left out', '9.9.9.9:', 'dns-server'],
    ['nothing', '', 'dns-server'],
  ])('a server that is %s: “%s”', (_what, server, code) => {
    const [problem] = problemsOf(dns({ server }));
    expect([problem?.path, problem?.code]).toEqual([`${inProbe}.server`, code]);
    expectSentences(problem);
  });

  test.each(['9.9.9.9', '9.9.9.9:5353', '2001:db8::53', '[2001:db8::53]', '[2001:db8::53]:5353'])(
    'the server “%s” can be asked',
    (server) => expect(problemsOf(dns({ server }))).toEqual([]),
  );

  test.each([
    ['https://example.coop', 'host-scheme'],
    ['example.coop/', 'host-path'],
    ['el@example.coop', 'host-user'],
    ['192.0.2.7', 'dns-name-address'],
    ['2001:db8::1', 'dns-name-address'],
    ['example.coop:53', 'host-port'],
  ])('is not asked for “%s”', (name, code) => {
    const [problem] = problemsOf(dns({ name }));
    expect([problem?.path, problem?.code]).toEqual([`${inProbe}.name`, code]);
    expectSentences(problem);
  });

  test.each(['_dmarc.example.coop', '_matrix-fed._tcp.example.coop', '*.example.coop', 'coop.'])(
    'is asked for “%s”',
    (name) => expect(problemsOf(dns({ name, record: 'TXT' }))).toEqual([]),
  );

  test.each(['192.0.2.7', '2001:db8::1'])('is asked for the name of “%s”', (name) =>
    expect(problemsOf(dns({ name, record: 'PTR' }))).toEqual([]),
  );

  test.each([
    ['A', '192.0.2.'],
    ['A', 'mail.example.coop'],
    ['AAAA', '2001:db8:'],
  ])('of %s, no answer is “%s”', (record, contains) => {
    const [problem] = problemsOf(dns({ name: 'example.coop', record, contains }));
    expect([problem?.path, problem?.code]).toEqual([`${inProbe}.contains`, 'dns-answer-address']);
    expectSentences(problem);
  });

  test.each([
    ['A', '192.0.2.10'],
    ['AAAA', '2001:DB8::1'],
    ['MX', '10 mail.example.coop'],
    ['TXT', 'v=spf1'],
  ])('of %s, an answer can be “%s”', (record, contains) =>
    expect(problemsOf(dns({ name: 'example.coop', record, contains }))).toEqual([]),
  );
});

describe('an address of a page', () => {
  test.each([
    ['without its beginning', 'example.coop/health', 'url-scheme'],
    ['without its beginning, with a port', 'example.coop:8080/health', 'url-scheme'],
    ['of any scheme', '//example.coop/health', 'url-scheme'],
    ['of another scheme', 'ftp://example.coop', 'url-other-scheme'],
    ['that could run code', 'javascript:alert(1)', 'url-other-scheme'],
    ['with its beginning twice', 'https://https://example.coop', 'url-twice'],
    ['with one slash', 'https:/example.coop', 'url'],
    ['with a space before it', ' https://example.coop', 'url'],
    ['with a password', 'https://el:secret@example.coop', 'url-credentials'],
    ['with a person', 'https://el@example.coop', 'url-credentials'],
    ['with a port that is none', 'https://example.coop:70000', 'port-range'],
    ['with two dots', 'https://example..coop', 'host-dots'],
    ['with a star', 'https://*.example.coop', 'host-wildcard'],
    ['with a gap to fill', 'https://{host}.example.coop', 'host-signs'],
    ['of an address that is none', 'https://300.1.1.1', 'host-address'],
    ['without a name', 'https:///health', 'url'],
    ['that is a word', 'tbd', 'url'],
    ['that is empty', '', 'url'],
  ])('%s: “%s”', (_what, url, code) => {
    const problems = [
      problemsOf(http({ url }))[0],
      problemsOf(service({ url }))[0],
      problemsOf({ feeds: [{ id: 'f', type: 'gatus', url }] })[0],
      problemsOf({ rdap: { url } })[0],
      problemsOf({ witnesses: [{ url }] })[0],
    ];
    expect(problems.map((one) => one?.code)).toEqual(problems.map(() => code));
    expect(problems[0]?.path).toBe(`${inProbe}.url`);
    expectSentences(problems[0]);
  });

  test('no password is repeated', () => {
    const url = 'https://el:secret@example.coop';
    expect(JSON.stringify(read({ ...frame, ...http({ url }) }))).not.toContain('secret');
  });

  test.each([
    'https://example.coop/#/room/a',
    'https://example.coop:8443/a?b=c',
    'http://[2001:db8::1]:8080/',
    'https://bücher.example/läden',
    'https://example.coop./',
    'https://social.example/@coop',
    'https://example.coop?mail=el@example.coop',
    'https://example.coop/a b',
    'https://example.coop:/',
    'HTTPS://Example.coop',
  ])('“%s” is one', (url) => expect(problemsOf(http({ url }))).toEqual([]));
});

describe('an address that secrets go to', () => {
  test.each([
    'https://example.coop',
    'HTTPS://Example.coop/api',
    'http://localhost:4000',
    'http://127.0.0.1:4000/api/v3',
    'http://127.8.8.8',
    'http://[::1]:4000',
  ])('“%s” is read by nobody on the way', (url) => {
    expect(problemsOf({ github: { clientId: 'app', url, apiUrl: url } })).toEqual([]);
  });

  test.each([
    'http://example.coop',
    'http://10.0.0.4',
    'http://localhost.example.coop',
    'http://127.0.0.1.example.coop',
    'http://0x7f.1.example.coop',
    'http://example.coop/localhost',
    'http://example.coop#127.0.0.1',
    'http://[::2]',
  ])('“%s” can be', (url) => {
    const [problem] = problemsOf({ github: { clientId: 'app', url } });
    expect(problem).toMatchObject({ path: '$.github.url', code: 'url-insecure' });
    expectSentences(problem);
  });

  test.each<[string, object, string, string]>([
    [
      'a GitHub whose sign-ins others could read',
      { github: { clientId: 'app', url: 'http://git.example.coop' } },
      '$.github.url',
      'url-insecure',
    ],
    [
      'an API that others could read',
      { github: { clientId: 'app', apiUrl: 'http://git.example.coop/api/v3' } },
      '$.github.apiUrl',
      'url-insecure',
    ],
    [
      'a homeserver that others could read',
      { matrix: { homeserver: 'http://matrix.example.coop' } },
      '$.matrix.homeserver',
      'url-insecure',
    ],
    [
      'a secret that others could read',
      {
        backups: {
          sources: [
            { id: 'a', name: 'A', kind: 'backrest', url: 'http://a.example.coop' },
            { id: 'b', name: 'B', kind: 'backrest', url: 'http://b.example.coop', auth: 'basic' },
          ],
        },
      },
      '$.backups.sources[1].url',
      'url-insecure',
    ],
  ])('%s', (_what, document, path, code) => {
    expect(problemsOf(document)).toMatchObject([{ path, code }]);
  });
});
