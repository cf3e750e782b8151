import type { LinkVerdict } from '../../../shared/links/check-verdict.ts';
import type { LinkCheckView } from '../../../shared/links/checks.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { findingText, verdictText } from '../../../shared/wording/links.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './CheckResult.module.css';

/** Links use the icons of the status page. */
export const verdicts: Readonly<Record<LinkVerdict, Verdict>> = {
  works: 'up',
  dead: 'down',
  hidden: 'degraded',
  'sign-in': 'no-access',
  unclear: 'unknown',
};

/** What a check found, and when: it may be two weeks old. */
export function CheckResult({ check }: Readonly<{ check: LinkCheckView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const verdict = verdictText(t, check);
  const time = times.clock(check.atUtcMs, now);
  return (
    <span className={styles.result}>
      <StateIcon verdict={verdicts[check.verdict]} />
      <span>
        {t('links.check.result', { verdict, time })}{' '}
        <span className="quiet">{findingText(t, check)}</span>
      </span>
    </span>
  );
}
