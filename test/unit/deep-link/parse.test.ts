/** Links into the app: the few that are followed, and all the others. */
import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DeepLink } from '../../../shared/deep-link/parse.ts';
import { linkLimitBytes, parseDeepLink } from '../../../shared/deep-link/parse.ts';

const parse = (link: string) => parseDeepLink(link, domainToASCII);
const join = (coop: string): DeepLink => ({ verb: 'join', coop });

test.each<[string, DeepLink]>([
  ['cooptray:join?coop=hypha.coop', join('hypha.coop')],
  ['COOPTRAY:join?coop=hypha.coop', join('hypha.coop')],
  ['CoopTray:join?coop=HYPHA.Coop', join('hypha.coop')],
  ['cooptray:join?coop=tray.maple-street.example', join('tray.maple-street.example')],
  ['cooptray:join?coop=hypha%2Ecoop', join('hypha.coop')],
  // Other scripts come out in the letters that they are looked up by, whoever encoded them.
  ['cooptray:join?coop=%C3%A9rable.coop', join('xn--rable-9ra.coop')],
  ['cooptray:join?coop=érable.coop', join('xn--rable-9ra.coop')],
  ['cooptray:join?coop=e%CC%81rable.coop', join('xn--rable-9ra.coop')],
  ['cooptray:join?coop=xn--rable-9ra.coop', join('xn--rable-9ra.coop')],
  // A Cyrillic letter that looks like the Latin one is told apart.
  ['cooptray:join?coop=hyph%D0%B0.coop', join('xn--hyph-83d.coop')],
  // Fullwidth letters and an ideographic full stop mean the plain ones.
  ['cooptray:join?coop=%EF%BD%88%EF%BD%99pha%E3%80%82coop', join('hypha.coop')],
  ['cooptray:service/calls', { verb: 'show', route: { page: 'status', serviceId: 'calls' } }],
  ['cooptray:service/pads-2', { verb: 'show', route: { page: 'status', serviceId: 'pads-2' } }],
  [
    `cooptray:service/${'a'.repeat(64)}`,
    { verb: 'show', route: { page: 'status', serviceId: 'a'.repeat(64) } },
  ],
  ['cooptray:open/today', { verb: 'show', route: { page: 'today' } }],
  ['cooptray:open/emergency', { verb: 'show', route: { page: 'emergency' } }],
  ['cooptray:open/settings', { verb: 'show', route: { page: 'settings' } }],
])('%s is followed', (link, expected) => {
  expect(parse(link)).toEqual(expected);
});

describe('refused', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['the scheme alone', 'cooptray:'],
    ['another scheme', 'coop-tray:open/today'],
    ['the scheme of the pages', 'coop-tray://page/index.html'],
    ['a scheme that begins like ours', 'cooptrayx:open/today'],
    ['ours behind another', 'https:cooptray:open/today'],
    ['ours inside an address', 'https://example.coop/cooptray:open/today'],
    ['a blank before it', ' cooptray:open/today'],
    ['a line before it', 'x\ncooptray:open/today'],
    ['a line after it', 'cooptray:open/today\nx'],
    ['a tab inside', 'cooptray:open/to\tday'],
    ['a NUL at its end', 'cooptray:open/today\0'],
    ['an encoded NUL', 'cooptray:open/today%00'],
    ['an unknown verb', 'cooptray:quit'],
    ['a verb with a page', 'cooptray:run/today'],
    ['a verb in capitals', 'cooptray:OPEN/today'],
    ['an encoded verb', 'cooptray:%6Fpen/today'],
    ['two slashes', 'cooptray://open/today'],
    ['two slashes before the co-op', 'cooptray://join?coop=hypha.coop'],
    ['three slashes', 'cooptray:///open/today'],
    ['a slash too many', 'cooptray:open//today'],
    ['a slash at the end', 'cooptray:open/today/'],
    ['a backslash', 'cooptray:open\\today'],
    ['an unknown page', 'cooptray:open/nowhere'],
    ['the first-run screen as a page', 'cooptray:open/join'],
    ['a page of the prototype', 'cooptray:open/constructor'],
    ['a page in capitals', 'cooptray:open/Today'],
    ['an encoded page', 'cooptray:open/%74oday'],
    ['a page with a parameter', 'cooptray:open/links?find=1'],
    ['a page with an empty query', 'cooptray:open/today?'],
    ['a page with a fragment', 'cooptray:open/today#x'],
    ['no page', 'cooptray:open'],
    ['an empty page', 'cooptray:open/'],
    ['a way up', 'cooptray:open/../settings'],
    ['an encoded way up', 'cooptray:open/%2e%2e%2fsettings'],
    ['a file', 'cooptray:open/file:///etc/passwd'],
    ['code', 'cooptray:open/javascript:alert(1)'],
    ['code as a verb', 'cooptray:javascript:alert(1)'],
    ['data', 'cooptray:data:text/html,x'],
    ['no service', 'cooptray:service/'],
    ['a service with a way up', 'cooptray:service/../../x'],
    ['a service in capitals', 'cooptray:service/Calls'],
    ['a service that begins with a switch', 'cooptray:service/--gpu-launcher'],
    ['a service with a second part', 'cooptray:service/calls/restart'],
    ['a service with a query', 'cooptray:service/calls?mute=1'],
    ['a service that is too long', `cooptray:service/${'a'.repeat(65)}`],
    ['a service that is markup', 'cooptray:service/<img>'],
    ['a service with a blank', 'cooptray:service/calls%20pads'],
    ['no co-op', 'cooptray:join'],
    ['no domain', 'cooptray:join?coop='],
    ['a co-op in the path', 'cooptray:join/hypha.coop'],
    ['a path and a co-op', 'cooptray:join/?coop=hypha.coop'],
    ['a parameter of another name', 'cooptray:join?source=hypha.coop'],
    ['its name in capitals', 'cooptray:join?Coop=hypha.coop'],
    ['a second parameter', 'cooptray:join?coop=hypha.coop&key=1'],
    ['one before it', 'cooptray:join?show=1&coop=hypha.coop'],
    ['two co-ops', 'cooptray:join?coop=hypha.coop&coop=evil.example'],
    ['two, apart by a semicolon', 'cooptray:join?coop=hypha.coop;coop=evil.example'],
    ['a second query', 'cooptray:join?coop=hypha.coop?coop=evil.example'],
    ['a fragment', 'cooptray:join?coop=hypha.coop#evil.example'],
    ['an address', 'cooptray:join?coop=https://hypha.coop/'],
    ['an encoded address', 'cooptray:join?coop=https%3A%2F%2Fhypha.coop'],
    ['a file as a co-op', 'cooptray:join?coop=%2Fetc%2Fcoop.json'],
    ['a file by its ending', 'cooptray:join?coop=coop.json'],
    ['a file of Windows', 'cooptray:join?coop=c:%5Ccoop.json'],
    ['a link in a link', 'cooptray:join?coop=cooptray:open/today'],
    ['credentials', 'cooptray:join?coop=user:secret@hypha.coop'],
    ['encoded credentials', 'cooptray:join?coop=user%40hypha.coop'],
    ['a port', 'cooptray:join?coop=hypha.coop:8443'],
    ['this computer', 'cooptray:join?coop=localhost'],
    ['an address of IPv4', 'cooptray:join?coop=127.0.0.1'],
    ['one in another spelling', 'cooptray:join?coop=0x7f.1'],
    ['a number', 'cooptray:join?coop=2130706433'],
    ['an address of IPv6', 'cooptray:join?coop=%5B::1%5D'],
    ['a name without a dot', 'cooptray:join?coop=intranet'],
    ['two dots', 'cooptray:join?coop=hypha..coop'],
    ['a dot at the end', 'cooptray:join?coop=hypha.coop.'],
    ['a name that is too long', `cooptray:join?coop=${'a.'.repeat(130)}coop`],
    ['a label that is too long', `cooptray:join?coop=${'a'.repeat(64)}.coop`],
    ['Punycode of nothing', 'cooptray:join?coop=xn--.coop'],
    ['a name encoded twice', 'cooptray:join?coop=hypha%252Ecoop'],
    ['half a character', 'cooptray:join?coop=%C3.coop'],
    ['a percent sign', 'cooptray:join?coop=100%.coop'],
    ['a plus for a blank', 'cooptray:join?coop=hypha+.coop'],
    ['a line in the name', 'cooptray:join?coop=hypha.coop%0Aevil.example'],
    ['text that runs the other way', 'cooptray:join?coop=%E2%80%AEpooc.ahpyh'],
    ['a letter of no width', 'cooptray:join?coop=hy%E2%80%8Bpha.coop'],
    ['a soft hyphen', 'cooptray:join?coop=hy%C2%ADpha.coop'],
    ['a wide slash', 'cooptray:join?coop=hypha.coop%EF%BC%8Fevil.example'],
    ['a letter that hides a slash', 'cooptray:join?coop=hypha.%E2%84%80.example'],
    ['a wide question mark', 'cooptray:join?coop=hypha.coop%EF%BC%9Fevil.example'],
    ['a lone surrogate', 'cooptray:join?coop=hypha\ud800.coop'],
    ['a switch after it', 'cooptray:join?coop=hypha.coop --gpu-launcher=calc'],
    ['an encoded switch after it', 'cooptray:join?coop=hypha.coop%20--gpu-launcher=calc'],
    ['quotes that end an argument', 'cooptray:join?coop=hypha.coop" --gpu-launcher="calc'],
    ['a switch in it', 'cooptray:--gpu-launcher=calc'],
    ['a switch for a domain', 'cooptray:join?coop=--show'],
    ['a command', 'cooptray:join?coop=$(calc).coop'],
    ['a link without an end', `cooptray:join?coop=hypha.coop${'&x=1'.repeat(1000)}`],
    ['a gigantic one', `cooptray:open/${'a'.repeat(1_000_000)}`],
  ])('%s', (_what, link) => {
    expect(parse(link)).toBeUndefined();
  });

  test('more than 2 KiB, also of a name that is short once it is decoded', () => {
    const name = (letter: string) => `${`${letter.repeat(60)}.`.repeat(4)}coop`;
    const link = (letter: string) => `cooptray:join?coop=${name(letter)}`;
    const wide = '%EF%BD%81';
    expect(link(wide).length).toBeGreaterThan(linkLimitBytes);
    expect(parse(link(wide))).toBeUndefined();
    expect(parse(link('%61'))).toEqual(join(name('a')));
    // Letters of other scripts may stand there as they are.
    expect(parse(`cooptray:join?coop=${'ａ'.repeat(60)}.coop`)).toEqual(
      join(`${'a'.repeat(60)}.coop`),
    );
    expect(parse(`cooptray:join?coop=${'é'.repeat(600)}.coop`)).toBeUndefined();
  });
});
