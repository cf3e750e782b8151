/** Addresses of pages to sign in, where forges, pads and single sign-ons lead those who have not. Pure. */
import type { WebParts } from './web-parts.ts';
import { pathOf } from './web-parts.ts';

const signInHost = /^(?:login|log-in|signin|sign-in|auth|sso|idp|accounts?)\./;
/** With the endings of programs: `login.php`, `login.action`. The last two are Keycloak's and Microsoft's own servers'. */
const signInPath =
  /\/(?:log[-_]?[io]n|sign[-_]?in|sessions?\/new|connexion|sso|wp-login|servicelogin|authorize|oauth2?|saml2?|openid-connect\/auth|adfs\/ls)(?:\.[a-z]{2,6})?(?:\/|$)/i;
/** MediaWiki's, in its query or its path, in English and French. */
const wikiSignIn = /[/=](?:Special:UserLogin|Sp%C3%A9cial:Connexion)\b/i;

/** Some ask their sign-in only for a cookie, and show nobody a page. */
export function asksToSignIn(to: WebParts): boolean {
  if (/[?&](?:prompt=none|response_type=cookie)(?:&|$)/.test(to.path)) return false;
  return signInHost.test(to.host) || signInPath.test(pathOf(to)) || wikiSignIn.test(to.path);
}
