/** What a template's address answered. Pure. */
import * as v from 'valibot';
import { withoutBom } from '../json.ts';
import type { LastGood, Reread } from '../net/last-good.ts';
import { readProblems } from '../net/read-problem.ts';

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

/** `finalUrl`: where redirects have led. */
export function readTemplate(body: string, finalUrl: string): TemplateReading {
  const text = withoutBom(body);
  if (isWebPage(text)) return failed(isSignIn(finalUrl) ? 'sign-in' : 'web-page');
  if (/[\0\ufffd]/.test(text)) return failed('not-text');
  return isUnwritten(text) ? failed('empty') : { ok: true, text };
}

/**
 * A pad that nobody has written in yet. Etherpad also answers so for the read-only address of a pad with text:
 * https://github.com/ether/etherpad/issues/3154
 */
function isUnwritten(text: string): boolean {
  return text.trim() === '' || text.trimStart().startsWith('Welcome to Etherpad!');
}

/** Markdown may begin with HTML, such as `<sup>` or a comment, but not with a whole page. */
function isWebPage(text: string): boolean {
  return /^\s{0,1000}<(?:!doctype\s|(?:html|head|body)[\s>])/i.test(text.slice(0, 2000));
}

/** Where forges and pads send those who are not signed in. */
function isSignIn(url: string): boolean {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
  return /\/(?:log-?in|sign-?in|sign_in|auth|sso|oauth2?)(?:[/.]|$)/i.test(path);
}

function failed(code: TemplateProblem['code']): TemplateReading {
  return { ok: false, code };
}
