/** The results of checking links, as a table for other programs. Keys in the addresses are masked. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { LinkCheckView } from '../links/checks.ts';
import type { LinkView } from '../links/state.ts';
import { csvLine } from '../text/csv.ts';
import { findingText, verdictText } from './links.ts';

const head = ['keyword', 'address', 'verdict', 'result', 'status', 'checked'];

/** All links: what was not checked has empty cells. */
export function* linkReport(
  t: Translate,
  links: readonly LinkView[],
  checks: readonly LinkCheckView[],
): Generator<string> {
  const byKeyword = new Map(checks.map((check) => [check.keyword, check]));
  yield csvLine(head);
  for (const { keyword, shown } of links) {
    const check = byKeyword.get(keyword);
    yield csvLine([
      keyword,
      shown,
      check?.verdict,
      check && [verdictText(t, check), findingText(t, check)].filter(Boolean).join('. '),
      check?.status,
      check && new Date(check.atUtcMs).toISOString(),
    ]);
  }
}
