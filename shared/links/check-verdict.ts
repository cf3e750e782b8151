/**
 * What asking for the page of a link tells of the link. Most of what goes wrong says nothing of it: guards against
 * robots, rate limits and sign-in pages answer for pages that are there. Pure.
 */
import * as v from 'valibot';
import { asksToSignIn } from '../net/sign-in.ts';
import type { WebParts } from '../net/web-parts.ts';
import { isSamePage, pathOf, webParts, withoutWww } from '../net/web-parts.ts';
import type { ReasonCode } from '../observation/observation.ts';
import { dayMs } from '../time/calendar.ts';

/** `hidden`: gone, or only shown to those who may see it. `unclear`: nothing is known of it. */
export const linkVerdicts = ['works', 'dead', 'hidden', 'sign-in', 'unclear'] as const;
export type LinkVerdict = (typeof linkVerdicts)[number];

/** Why; each has words in the catalogue (`links.check.why.CODE`). */
const linkReasons = [
  // dead
  'not-found',
  'gone',
  'no-name',
  'no-keyword',
  'not-found-page',
  'for-sale',
  // hidden
  'not-shown',
  'home',
  // unclear
  'refused',
  'busy',
  'guard',
  'consent',
  'server',
  'error-page',
  'status',
  'timeout',
  'unreachable',
  'certificate',
  'unreadable',
  'redirects',
  'local',
  'no-name-yet',
] as const;
export type LinkReason = (typeof linkReasons)[number];

export const FindingSchema = v.object({
  verdict: v.picklist(linkVerdicts),
  /** Absent for what works, or asks to sign in. */
  why: v.optional(v.picklist(linkReasons)),
  /** Of the answer, if there was one. */
  status: v.optional(v.number()),
});
export type Finding = Readonly<v.InferOutput<typeof FindingSchema>>;

export type PageAnswer = Readonly<{
  /** What was asked. */
  address: string;
  status: number;
  /** Empty unless it was read. */
  body: string;
  /** Where a redirect leads; empty if that is no address. */
  leadsTo?: string;
  /** It is about us: a guard against robots answered, or the server wants fewer requests. */
  refusal?: 'guard' | 'busy';
}>;

/** Undefined if the page that a redirect leads to has to be asked. */
export function judgeAnswer(answer: PageAnswer): Finding | undefined {
  const { address, leadsTo, refusal, status } = answer;
  if (refusal) return unclear(refusal, status);
  if (leadsTo !== undefined) return judgeRedirect(webParts(address), webParts(leadsTo), status);
  if (status >= 200 && status < 300)
    return noKeyword.test(answer.body) ? { verdict: 'dead', why: 'no-keyword' } : works;
  if (status === 410) return { verdict: 'dead', why: 'gone', status };
  if (status === 404) {
    return hidesPages.test(webParts(address)?.host ?? '')
      ? { verdict: 'hidden', why: 'not-shown', status }
      : { verdict: 'dead', why: 'not-found', status };
  }
  if (status >= 500 && status < 600) return unclear('server', status);
  return unclear(refusals.includes(status) ? 'refused' : 'status', status);
}

const works: Finding = { verdict: 'works' };

/** LinkedIn answers robots with 999. */
const refusals: readonly number[] = [401, 403, 407, 451, 999];

/** How shorteners of co-ops answer, with 200, for a keyword that they do not have. */
const noKeyword = /\bThere is no\b[^<]{0,200}\bdefined\b/i;

/** Hosts that answer 404 for what exists, to all who may not see it; and what co-ops call their own of that kind. */
const hidesPages =
  /(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|codeberg\.org|bitbucket\.org|linkedin\.com)$|^(?:git|gitea|forgejo|gitlab)\./;

function unclear(why: LinkReason, status?: number): Finding {
  return { verdict: 'unclear', why, ...(status === undefined ? {} : { status }) };
}

function judgeRedirect(
  from: WebParts | undefined,
  to: WebParts | undefined,
  status: number,
): Finding | undefined {
  if (!from || !to) return unclear('redirects', status);
  const path = pathOf(to);
  const isLost = from.isSecure && !to.isSecure;
  // Whatever it is called: `/connexion` may be about the internet.
  if (isSamePage(from, to)) return isLost ? unclear('redirects', status) : undefined;
  if (asksToSignIn(to)) return { verdict: 'sign-in' };
  if (consentHost.test(to.host)) return unclear('consent', status);
  if (isParked(from, to)) return { verdict: 'dead', why: 'for-sale', status };
  if (notFoundPath.test(path)) return { verdict: 'dead', why: 'not-found-page', status };
  // Of a site that is down, too.
  if (errorPath.test(path)) return unclear('error-page', status);
  // A name that now leads to another site's home page may well mean it.
  const isSameSite = withoutWww(from.host) === withoutWww(to.host);
  if (isSameSite && isHome(to) && !isHome(from)) return { verdict: 'hidden', why: 'home', status };
  return isLost ? unclear('redirects', status) : undefined;
}

const consentHost = /^(?:consent|guce)\./;
const notFoundPath =
  /\/(?:404(?:[-_]?(?:error|page|not[-_]?found))?|(?:error|erreur|page)[-_]?404|(?:page[-_]?|file[-_]?)?(?:not[-_]?found|introuvable))(?:\.\w{1,5}|\/index\.\w{1,5})?\/?$/i;
const errorPath = /\/(?:errors?|erreurs?)(?:\.\w{1,5}|\/5\d\d)?\/?$/i;
const homePath = /^\/(?:index\.\w{1,5}|home|(?:de|en|es|fr|it|nl|pt)(?:[-_][a-z]{2})?)?\/?$/i;

/** Who sells names that have lapsed, or fills their pages meanwhile. */
const nameSellers =
  /(?:^|\.)(?:afternic|bodis|dan|expireddomains|hugedomains|parkingcrew|sedo|sedoparking|undeveloped)\.(?:com|net)$/;
/** Where a parked name sends its visitors, without encryption: `ww1.` and the like before itself. */
const parkedLabel = /^ww\d{1,2}\./;

function isParked(from: WebParts, to: WebParts): boolean {
  const isSold = nameSellers.test(to.host) && !nameSellers.test(from.host);
  return isSold || (!to.isSecure && parkedLabel.test(to.host) && !parkedLabel.test(from.host));
}

/** With a query, `/` may be any page. */
function isHome({ path }: WebParts): boolean {
  return homePath.test(path);
}

/**
 * For a request that failed while this computer was online. `missingSinceUtcMs`: when the name was first not found, if
 * it has not been found since.
 */
export function judgeFault(
  code: ReasonCode,
  missingSinceUtcMs: number | undefined,
  nowUtcMs: number,
): Finding {
  if (code === 'dns-not-found') {
    const isGone = missingSinceUtcMs !== undefined && nowUtcMs - missingSinceUtcMs >= dayMs;
    return isGone ? { verdict: 'dead', why: 'no-name' } : unclear('no-name-yet');
  }
  // More text than the page of a missing keyword has.
  if (code === 'body-too-large') return works;
  if (code === 'timeout') return unclear('timeout');
  if (code === 'address-forbidden') return unclear('local');
  if (/^(?:tls|certificate)-/.test(code)) return unclear('certificate');
  return unclear(silences.includes(code) ? 'unreachable' : 'unreadable');
}

const silences: readonly ReasonCode[] = [
  'dns-failed',
  'dns-answer',
  'refused',
  'reset',
  'unreachable',
];

/** For redirects that lead in a circle, or too far. */
export const endless: Finding = unclear('redirects');
/** For what leads into a local network. */
export const inside: Finding = unclear('local');
