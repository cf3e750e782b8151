import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { redact } from '../../../shared/redact/redact.ts';

const hex = 'd41d8cd98f00b204e9800998ecf8427e';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

test.each([
  ['Email ana.maria+beta@mail.hypha.coop please', 'Email [e-mail] please'],
  ['émile@coopérative.example', '[e-mail]'],
  ['from 192.168.1.17:443 to 10.0.0.1.', 'from [IP]:443 to [IP].'],
  ['version 1.2.3, at 14:02:33, 300.1.2.3', 'version 1.2.3, at 14:02:33, 300.1.2.3'],
  ['2001:db8::1: refused, [fe80::1%eth0]:80, ::ffff:10.1.2.3', '[IP]: refused, [[IP]]:80, [IP]'],
  ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '[IP]'],
  ['std::vector and a ratio of 3:1', 'std::vector and a ratio of 3:1'],
  ['Authorization: Bearer abc.def-123456', 'Authorization: Bearer [token]'],
  ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[token]'],
  ['github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz', '[token]'],
  ['syt_ZWxvbg_aBcDeFgHiJkLmNoPqRsT_1x2y3z', '[token]'],
  ['mct_aBcDeFgHiJkLmNoPqRsT_1x2y3z', '[token]'],
  [`cookie ${jwt}`, 'cookie [token]'],
  [`sum ${hex} end`, 'sum [token] end'],
  ['kR8sJ2mQ0pXv7LzB4nTgYh1WcEdAfU6i9oS3== end', '[token] end'],
  [
    '{"access_token":"abc123","password": "hunter22"}',
    '{"access_token":"[token]","password": "[password]"}',
  ],
  ['/home/elon/.config and /Users/ana/x', '/home/[name]/.config and /Users/[name]/x'],
  ['C:\\Users\\Ana Maria\\x, D:\\Users\\bl', 'C:\\Users\\[name]\\x, D:\\Users\\[name]'],
  ['https://u:p@a.example/b?c=d#e', 'https://[credentials]@a.example/b?[query]#e'],
  ['https://a.example/#access_token=x&y=z.', 'https://a.example/#[query]'],
  ['GET /login?sessionToken=abc 200', 'GET /login?[query] 200'],
  ['Is it slow? Yes, a/b=c', 'Is it slow? Yes, a/b=c'],
  ['a-long-file-name-that-is-only-words-and-nothing-else.txt', undefined],
  ['3f2a8c1e-5b7d-4e9f-8a6b-1c2d3e4f5a6b', undefined],
])('%s', (text, wanted) => {
  expect(redact(text).text).toBe(wanted ?? text);
});

test.each([
  [
    'accents by themselves',
    'cle\u0301 d’acce\u0300s : soleil',
    'cle\u0301 d’acce\u0300s : [token]',
  ],
  ['a name in a path with such accents', '/home/e\u0301mile/x', '/home/[name]/x'],
  ['a blank without width in the label', 'pass\u200bword: tortoise', 'pass\u200bword: [password]'],
  ['a soft hyphen in an address', 'ana@a.exam\u00adple!', '[e-mail]!'],
  ['a mark that turns the line', '\u202apassword: tortoise\u202c.', '\u202apassword: [password]'],
  ['wide signs', 'password：tortoise', 'password：[password]'],
  ['a wide address', 'ana＠a．example', '[e-mail]'],
  [
    'a blank that does not break',
    'mot\u00a0de\u00a0passe\u202f: tortue',
    'mot\u00a0de\u00a0passe\u202f: [password]',
  ],
  ['a surrogate pair beside it', '🐢\u200bpassword: x1🐢', '🐢\u200bpassword: [password]'],
])('%s hides nothing', (_what, text, wanted) => {
  expect(redact(text).text).toBe(wanted);
});

test.each([
  ['a value on the next line', 'Password:\n  Tortoise9', 'Password:\n  [password]'],
  ['a label on a line of its own', 'Mot de passe\nTortue9', 'Mot de passe\n[password]'],
  ['a cell of a table', '| token | abc123def |', '| token | [token] |'],
  ['a quoted mail', '> password:\n> Tortoise9', '> password:\n> [password]'],
  [
    'quotes as HTML writes them',
    '&quot;password&quot;: &quot;tortoise&quot;',
    '&quot;password&quot;: &quot;[password]&quot;',
  ],
  ['a sentence that ends in the label', 'I forgot my password\nThe page is blank', undefined],
  ['a list that follows', 'token:\n  ttl: 3600', undefined],
])('%s', (_what, text, wanted) => {
  expect(redact(text).text).toBe(wanted ?? text);
});

test('what the member has put back stays, and is told along with what was taken out', () => {
  const { text, redactions } = redact('a@b.example, c@d.example, a@b.example', [
    'email a@b.example',
  ]);
  expect(text).toBe('a@b.example, [e-mail], a@b.example');
  expect(removalsOf(redactions)).toEqual([
    { kind: 'email', text: 'a@b.example', kept: true },
    { kind: 'email', text: 'c@d.example', kept: false },
  ]);
});

const awkward = fc.constantFrom(
  '@',
  '.',
  ':',
  '::',
  '/',
  '?',
  '=',
  '#',
  '%',
  '\\',
  '[',
  ']',
  '-',
  '_',
  ' ',
  '\n',
  '🐢',
  '\ud800',
  'https://',
  'a@b.example',
  '10.0.0.1',
  'fe80::1',
  '/home/el',
  'C:\\Users\\',
  'Bearer ',
  'token=',
  'ghp_',
  'syt_',
  'eyJ',
  hex,
  jwt,
  'password: ',
  'pass "',
  'Cookie: a=',
  'Authorization: ',
  '-----BEGIN PRIVATE KEY-----',
  '@ana:b.example',
  '514 555-0123',
  'aa:bb:cc:dd:ee:ff',
  'matrix.to/#/#a:b.example',
  ' -u a:b',
  'est ',
  '«',
  '"',
  '[token]',
  '[password]',
  '[query]',
  '[credentials]@',
  '[name]',
  'ab',
  '\u200b',
  'e\u0301',
  '：',
  'user: ',
  '12 rue ',
  'SSID="',
  'Z9',
);
const anyText = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 24,
});

test('it tells what it has replaced, changes nothing else, and nothing the second time', () => {
  fc.assert(
    fc.property(anyText, (parts) => {
      const given = parts.join('');
      const { text, redactions } = redact(given);
      let [from, to] = [0, 0];
      for (const one of redactions) {
        expect(text.slice(to, one.to.start)).toBe(given.slice(from, one.from.start));
        expect(one.from.end).toBeGreaterThan(one.from.start);
        expect(text.slice(one.to.start, one.to.end)).toMatch(/^\[[\w-]+\]$/);
        [from, to] = [one.from.end, one.to.end];
        expect([one.from.start, one.from.end].some((at) => splitsPair(given, at))).toBe(false);
      }
      expect(text.slice(to)).toBe(given.slice(from));
      expect(redact(text)).toEqual({ text, redactions: [] });
    }),
    { numRuns: 5000, seed: 20_261_124 },
  );
});

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}

test.each([
  'a',
  '@',
  'a@',
  'a.',
  '1.',
  ':',
  'a:',
  '/',
  '?',
  'a://',
  '/home/',
  'eyJ',
  '-eyJ',
  'eyJa.',
  'token=',
  '"',
  'bearer ',
  'f',
  '::1 ',
  '🐢',
  'https://a@',
  'C:\\Users\\',
  '/a?b=',
  'syt_',
  'ghp_a',
  ' ',
  'a-',
  'é',
  'password ',
  'password: "',
  'mot de passe a ',
  'le mot de passe est ',
  'passphrase: a b ',
  '-----BEGIN PRIVATE KEY-----a',
  'Cookie: a=',
  'authorization: digest a',
  ' -u a:',
  'mysql -p ',
  'ssh a ',
  'a (at) b [dot] ',
  '@a:b.',
  '#',
  '+1 2 3 ',
  '01 23 45 67 ',
  'aa:bb:',
  'version 1.2.3.4 ',
  '/Users/A B C D ',
  '/home/a b c d ',
  '\\\\a\\',
  '%2Fhome%2F',
  'Aa1',
  'aA1/',
  '/s/a1',
  '/#/room/!',
  'FR14 2004 ',
  '4111 ',
  'EsTc ',
  'sk-a1',
  '"name":"cookie","value":"',
  'clé d’api ',
  '[password]: ',
  'point a chez ',
  '12 rue de la de la ',
  '12 Main ',
  'ab1d ',
  'password a b c d',
  '« a ',
  'login: a',
  'a.local ',
  'code de la ',
  'x=y&',
  'A_',
  'snmpget -A ',
  'display name: A ',
  '1.2345,',
  'From: A ',
  'e\u0301',
  '\u200b',
])('200,000 characters of “%s” take no longer than others', (unit) => {
  const text = unit.repeat(Math.ceil(200_000 / unit.length));
  // CPU time, so that other programs on the machine do not count.
  const before = process.cpuUsage();
  redact(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1500);
});
