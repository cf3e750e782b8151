import type { LinkCheckView } from '../../../shared/links/checks.ts';
import type { LinkView } from '../../../shared/links/state.ts';
import { findingText, verdictText } from '../../../shared/wording/links.ts';
import type { Words } from '../../app/words.ts';

export type ChecksByKeyword = ReadonlyMap<string, LinkCheckView>;

/** Enough to see what is wrong; the table has all of them. */
const linesLimit = 50;

/** The dead first. What asks to sign in, or could not be told, is no fault. */
export function needAttention(
  links: readonly LinkView[],
  checks: ChecksByKeyword,
): readonly LinkView[] {
  const of = (verdict: 'dead' | 'hidden') =>
    links.filter(({ keyword }) => checks.get(keyword)?.verdict === verdict);
  return [...of('dead'), ...of('hidden')];
}

/** For whoever writes the list. Keys in the addresses are masked already. */
export function reportText(
  t: Words['t'],
  bad: readonly LinkView[],
  checks: ChecksByKeyword,
): string {
  const lines = bad.slice(0, linesLimit).flatMap(({ keyword, shown }) => {
    const check = checks.get(keyword);
    if (!check) return [];
    const what = [verdictText(t, check), findingText(t, check)].filter(Boolean).join('. ');
    return [`- ${keyword} (${shown}): ${what}`];
  });
  const left = bad.length - lines.length;
  return [
    t('links.check.report', { count: bad.length }),
    '',
    ...lines,
    ...(left > 0 ? [t('links.check.report.more', { count: left })] : []),
  ].join('\n');
}
