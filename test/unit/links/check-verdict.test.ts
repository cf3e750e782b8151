/**
 * What an answer tells of a link. Many cases are reports against link checkers, which called pages dead that were there,
 * or fine that were gone.
 */
import { expect, test } from 'vitest';
import type { PageAnswer } from '../../../shared/links/check-verdict.ts';
import { judgeAnswer, judgeFault } from '../../../shared/links/check-verdict.ts';
import { leadsInside, mayBeAsked } from '../../../shared/links/checks.ts';
import type { ReasonCode } from '../../../shared/observation/observation.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 20, 44);

function verdictOf(answer: Partial<PageAnswer>): string | undefined {
  const finding = judgeAnswer({
    address: 'https://a.example/page',
    status: 200,
    body: '',
    ...answer,
  });
  return finding && [finding.verdict, finding.why].filter(Boolean).join(' ');
}

test.each<[status: number, expected: string]>([
  [200, 'works'],
  [204, 'works'],
  [206, 'works'],
  [404, 'dead not-found'],
  [410, 'dead gone'],
  // stevenvachon/broken-link-checker#91, lycheeverse/lychee#1157, manuzhang/mkdocs-htmlproofer-plugin#7
  [401, 'unclear refused'],
  [403, 'unclear refused'],
  [407, 'unclear refused'],
  [451, 'unclear refused'],
  [999, 'unclear refused'],
  // JustinBeckwith/linkinator#21: not for GET, but some refuse it as well.
  [405, 'unclear status'],
  [501, 'unclear server'],
  [500, 'unclear server'],
  [503, 'unclear server'],
  [520, 'unclear server'],
  [400, 'unclear status'],
  [406, 'unclear status'],
  // A redirect to nowhere.
  [302, 'unclear status'],
  [304, 'unclear status'],
  [600, 'unclear status'],
])('an answer with %i: %s', (status, expected) => {
  expect(verdictOf({ status })).toBe(expected);
});

test.each<[address: string, expected: string]>([
  ['https://github.com/maple/private', 'hidden not-shown'],
  ['https://raw.githubusercontent.com/maple/private/main/a.csv', 'hidden not-shown'],
  ['https://GITLAB.com/maple/private', 'hidden not-shown'],
  ['https://codeberg.org/maple/private', 'hidden not-shown'],
  // stevenvachon/broken-link-checker#231: 404 for a profile that is there.
  ['https://www.linkedin.com/in/el', 'hidden not-shown'],
  // go-gitea/gitea#7472, gogs/gogs#4077: on a co-op's own host.
  ['https://git.maple.example/maple/private', 'hidden not-shown'],
  ['https://forgejo.maple.example/maple/private', 'hidden not-shown'],
  ['https://digit.maple.example/x', 'dead not-found'],
  ['https://notgithub.com/maple', 'dead not-found'],
  ['https://github.com.example/maple', 'dead not-found'],
  ['https://maple.github.io/gone', 'dead not-found'],
])('404 of %s: %s', (address, expected) => {
  expect(verdictOf({ address, status: 404 })).toBe(expected);
});

test.each<[from: string, to: string, expected: string | undefined]>([
  [
    'https://docs.google.com/document/d/1/edit',
    'https://accounts.google.com/v3/signin/identifier?continue=https://docs.google.com/',
    'sign-in',
  ],
  ['https://git.example/maple/private', 'https://git.example/users/sign_in', 'sign-in'],
  ['https://a.example/x', 'https://login.microsoftonline.com/common/oauth2/authorize', 'sign-in'],
  ['https://wiki.example/x', 'https://wiki.example/wp-login.php?redirect_to=x', 'sign-in'],
  ['https://a.example/x', 'https://a.example/login', 'sign-in'],
  ['https://a.example/x', 'https://sso.a.example/', 'sign-in'],
  // keycloak/keycloak#20259, linkchecker/linkchecker#738: other programs' pages to sign in.
  ['https://a.example/x', 'https://a.example/login.php?next=/x', 'sign-in'],
  ['https://a.example/x', 'https://a.example/login.action', 'sign-in'],
  ['https://a.example/x', 'https://issues.a.example/Account/LogOn', 'sign-in'],
  ['https://a.example/x', 'https://a.example/sessions/new', 'sign-in'],
  ['https://a.example/x', 'https://a.example/fr/connexion?retour=/x', 'sign-in'],
  [
    'https://a.example/x',
    'https://id.a.example/auth/realms/a/protocol/openid-connect/auth?client_id=a',
    'sign-in',
  ],
  ['https://a.example/x', 'https://fs.a.example/adfs/ls/?wa=wsignin1.0', 'sign-in'],
  [
    'https://a.example/x',
    'https://a.example/index.php?title=Special:UserLogin&returnto=X',
    'sign-in',
  ],
  ['https://a.example/x', 'https://a.example/wiki/Sp%C3%A9cial:Connexion', 'sign-in'],
  // HongPong/broken-link-checker#38: a publisher's way to set a cookie, which asks nobody for anything.
  [
    'https://www.nature.com/articles/1',
    'https://idp.nature.com/authorize?response_type=cookie&client_id=grover',
    undefined,
  ],
  ['https://a.example/x', 'https://sso.a.example/authorize?prompt=none&client_id=a', undefined],
  // The same page, whatever it is called.
  ['http://a.example/connexion', 'https://www.a.example/connexion', undefined],
  ['https://docs.example/errors', 'https://docs.example/errors/', undefined],
  [
    'https://a.example/index.php?title=X',
    'http://a.example/index.php?title=X',
    'unclear redirects',
  ],
  // The words within others.
  ['https://a.example/x', 'https://a.example/logins', undefined],
  ['https://a.example/x', 'https://a.example/logon-to-php.pages/x', undefined],
  ['https://a.example/x', 'https://a.example/connexions', undefined],
  ['https://a.example/x', 'https://a.example/signing', undefined],
  ['https://a.example/x', 'https://a.example/blog/login-problems', undefined],
  ['https://a.example/x', 'https://a.example/design/', undefined],
  ['https://a.example/x', 'https://blogin.example/x', undefined],
  ['https://youtu.be/x', 'https://consent.youtube.com/m?continue=x', 'unclear consent'],
  ['https://news.example/x', 'https://guce.news.example/consent?sessionId=1', 'unclear consent'],
  // unitedstates/inspectors-general#227: a redirect to a page for what is not found, which answers 200.
  ['https://a.example/x', 'https://a.example/404.html', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/errors/page-not-found', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/NotFound.aspx', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/page_not_found', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/not_found.html', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/404/index.html', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/erreur404', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/page-introuvable', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/404-error.htm', 'dead not-found-page'],
  ['https://a.example/x', 'https://a.example/blog/404-things', undefined],
  ['https://a.example/x', 'https://a.example/lost-and-not-found-things', undefined],
  // linkchecker/linkchecker#150: a site that is down. cyberpower678/Cyberbot_II#16: pages about errors.
  ['https://a.example/x', 'https://a.example/x/System/Error', 'unclear error-page'],
  ['https://a.example/x', 'https://a.example/error/500', 'unclear error-page'],
  ['https://a.example/x', 'https://a.example/error.html?aspxerrorpath=/x', 'unclear error-page'],
  ['https://a.example/x', 'https://a.example/guide/error-handling.html', undefined],
  // internetarchive/wayback-machine-firefox#40, jivoi/awesome-osint#1126, ivbeg/awesome-status-pages#67,
  // cadeyrn/bookmarks-organizer#130: names that have lapsed, which answer 200.
  ['http://a.example/blog/x', 'http://ww1.a.example/blog/x', 'dead for-sale'],
  ['http://a.example/', 'http://ww25.a.example/?subid1=1', 'dead for-sale'],
  [
    'https://a.example/',
    'https://www.hugedomains.com/domain_profile.cfm?d=a.example',
    'dead for-sale',
  ],
  ['https://a.example/x', 'https://www.afternic.com/forsale/a.example', 'dead for-sale'],
  ['https://a.example/x', 'http://sedoparking.com/a.example', 'dead for-sale'],
  // A site that is called like that.
  ['https://arb.example/', 'https://ww2.arb.example/', undefined],
  ['https://sedo.com/search', 'https://sedo.com/search/', undefined],
  ['https://a.example/x', 'https://jordan.com/x', undefined],
  ['https://a.example/x', 'https://www.a.example/x', undefined],
  ['https://a.example/x', 'https://a.example/', 'hidden home'],
  ['https://a.example/x', 'https://www.a.example', 'hidden home'],
  ['https://a.example/x', 'https://a.example/index.php', 'hidden home'],
  ['https://a.example/x', 'https://a.example/fr/', 'hidden home'],
  ['https://a.example/x', 'https://www.a.example/en-CA', 'hidden home'],
  ['https://a.example/x', 'https://a.example/qa', undefined],
  ['https://a.example/en', 'https://a.example/fr/', undefined],
  // renevoorburg/robustify.js#4: the home page itself.
  ['https://a.example/', 'https://www.a.example/', undefined],
  ['https://a.example', 'https://a.example/en/', undefined],
  ['http://a.example/index.html', 'https://a.example/', undefined],
  ['https://a.example/x', 'https://a.example/?p=12', undefined],
  // A short name for another site.
  ['https://a.example/calendar', 'https://cal.example/', undefined],
  ['http://a.example/x', 'https://a.example/x', undefined],
  ['https://a.example/x', 'http://a.example/x', 'unclear redirects'],
  ['https://a.example/x', '', 'unclear redirects'],
])('a redirect of %s to %s: %s', (address, leadsTo, expected) => {
  expect(verdictOf({ address, status: 302, leadsTo })).toBe(expected);
});

test.each<[body: string, expected: string]>([
  ['<p>There is no "callz" shortlink defined.</p>', 'dead no-keyword'],
  ['There is no keyword <b>callz</b> defined', 'works'],
  ['There is no other way. It is well defined.', 'dead no-keyword'],
  ['<p>There is no</p><p>defined</p>', 'works'],
  ['', 'works'],
])('the page of a shortener: %s: %s', (body, expected) => {
  expect(verdictOf({ body })).toBe(expected);
});

test.each<[refusal: 'guard' | 'busy', status: number, expected: string]>([
  // filiph/linkcheck#122, linkchecker/linkchecker#738
  ['guard', 403, 'unclear guard'],
  ['guard', 200, 'unclear guard'],
  ['guard', 404, 'unclear guard'],
  ['busy', 429, 'unclear busy'],
])('a refusal (%s) with %i: %s', (refusal, status, expected) => {
  expect(verdictOf({ refusal, status })).toBe(expected);
});

test.each<[code: ReasonCode, expected: string]>([
  ['timeout', 'unclear timeout'],
  ['refused', 'unclear unreachable'],
  ['reset', 'unclear unreachable'],
  ['unreachable', 'unclear unreachable'],
  ['dns-failed', 'unclear unreachable'],
  ['certificate-expired', 'unclear certificate'],
  ['tls-too-old', 'unclear certificate'],
  ['address-forbidden', 'unclear local'],
  ['protocol', 'unclear unreadable'],
  ['internal', 'unclear unreadable'],
  // A shortener's page without the keyword is short.
  ['body-too-large', 'works'],
])('no answer, because of %s: %s', (code, expected) => {
  const { verdict, why } = judgeFault(code, undefined, now);
  expect([verdict, why].filter(Boolean).join(' ')).toBe(expected);
});

test.each<[sinceUtcMs: number | undefined, verdict: string]>([
  [undefined, 'unclear'],
  [now, 'unclear'],
  [now - day + 1, 'unclear'],
  [now - day, 'dead'],
  [now + day, 'unclear'],
])('a name that is not found is gone once that was so a day before: %s: %s', (since, verdict) => {
  expect(judgeFault('dns-not-found', since, now).verdict).toBe(verdict);
});

test.each([
  'http://localhost/x',
  'http://LOCALHOST:8080',
  'http://app.localhost/',
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://10.0.0.7/',
  'http://192.168.1.1/admin',
  'http://172.16.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[fd00::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://printer.local/',
  'http://wiki.lan/',
  'http://intranet/',
  'http://0.0.0.0/',
  'https:///x',
])('%s is never asked', (address) => {
  expect([leadsInside(address), mayBeAsked(address)]).toEqual([true, false]);
});

test.each([
  'https://a.example/',
  'https://8.8.8.8/',
  'https://local.example/',
  'https://u:p@a.example/',
])('%s may be asked', (address) => expect(mayBeAsked(address)).toBe(true));

test('what takes an argument has no page without it', () => {
  expect(mayBeAsked('https://forge.example/issues/%s')).toBe(false);
});
