/** What a template's address answered. Pure. */
import * as v from 'valibot';
import { withoutBom } from '../json.ts';
import type { LastGood, Reread } from '../net/last-good.ts';
import { readProblems } from '../net/read-problem.ts';
import { asksToSignIn } from '../net/sign-in.ts';
import { isSamePage, pathOf, webParts } from '../net/web-parts.ts';

export const templateLimitBytes = 256 * 1024;

const templateProblems = ['web-page', 'sign-in', 'not-text', 'empty', ...readProblems] as const;
export const TemplateProblemSchema = v.object({
  code: v.picklist(templateProblems),
  status: v.optional(v.number()),
});
/** Why a template could not be read. */
export type TemplateProblem = Readonly<v.InferOutput<typeof TemplateProblemSchema>>;

/** The last good copy, and why there is no newer one. */
export type TemplateMemory = LastGood<Readonly<{ text: string }>, TemplateProblem>;
export type TemplateReread = Reread<Readonly<{ text: string }>, TemplateProblem>;

export type TemplateReading =
  | Readonly<{ ok: true; text: string }>
  | Readonly<{ ok: false; code: TemplateProblem['code'] }>;

/** `finalUrl`: where redirects have led from `url`. */
export function readTemplate(body: string, url: string, finalUrl: string): TemplateReading {
  const text = withoutBom(body);
  if (isWebPage(text)) return failed(isSignIn(url, finalUrl) ? 'sign-in' : 'web-page');
  if (/[\0\ufffd]/.test(text) || forPrograms.test(text)) return failed('not-text');
  return isUnwritten(text) ? failed('empty') : { ok: true, text };
}

/** JSON of an interface, or what Git LFS has in the place of a file: https://github.com/git-lfs/git-lfs/issues/4278 */
const forPrograms =
  /^\s{0,100}(?:\[?\s{0,100}\{\s{0,100}"[^"\n]{0,100}"\s{0,100}:|version https:\/\/git-lfs\.github\.com\/spec\/)/;

/** A pad that nobody has written in yet, by the text that many associations leave below a first line of their own. */
const newPad =
  /^\s{0,100}Welcome to (?:Etherpad!|[^\n]{1,80}\n\s{0,100}This pad text is synchronized)/;

/**
 * Etherpad also answers so for the read-only address of a pad with text:
 * https://github.com/ether/etherpad/issues/3154
 */
function isUnwritten(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text) || newPad.test(text);
}

/**
 * Markdown may begin with HTML, such as `<sup>` or a comment, but not with what is in the head of a page. Before that,
 * a page may have a declaration of XML, and comments.
 */
const page =
  /^\s{0,1000}(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<!--(?:(?!-->)[^])*-->\s{0,100})*<(?:!doctype\s|(?:html|head|body|meta|title|script)[\s>])/i;

function isWebPage(text: string): boolean {
  return page.test(text.slice(0, 2000));
}

/** Of HedgeDoc and GitLab; as the address of a link it would be many a page. */
const authPath = /\/auth(?:\/|$)/i;

/** Where forges and pads send those who are not signed in; what is there without being sent may be called so. */
function isSignIn(url: string, finalUrl: string): boolean {
  const from = webParts(url);
  const to = webParts(finalUrl);
  if (!from || !to || isSamePage(from, to)) return false;
  return asksToSignIn(to) || authPath.test(pathOf(to));
}

function failed(code: TemplateProblem['code']): TemplateReading {
  return { ok: false, code };
}
