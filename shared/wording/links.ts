/** What a check of a link found, in words. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Finding } from '../links/check-verdict.ts';

/** `Dead` */
export function verdictText(t: Translate, { verdict }: Finding): string {
  return t(`links.check.verdict.${verdict}`);
}

/** Why, as a sentence; undefined for a link that works or asks to sign in. */
export function findingText(t: Translate, { why, status = 0 }: Finding): string | undefined {
  return why && t(`links.check.why.${why}`, { status });
}
