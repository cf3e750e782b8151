import type { Verdict } from '../../shared/observation/observation.ts';
import styles from './StateIcon.module.css';

/** Shapes, so that no state depends on seeing colours; the word always stands beside it. */
const paths: Readonly<Record<Verdict, string>> = {
  up: 'M4 10.5l4 4 8-9',
  degraded: 'M10 4v7.5M10 15.4v.1',
  down: 'M5 5l10 10M15 5L5 15',
  maintenance:
    'M14.6 5.2a4 4 0 0 0-5.2 5l-4.6 4.6 1.6 1.6 4.6-4.6a4 4 0 0 0 5-5.2l-2.3 2.3-1.4-1.4z',
  unknown: 'M7.4 7.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M10 15.4v.1',
  'no-access': 'M6.5 9.5h7v6h-7zM8 9.5V7a2 2 0 1 1 4 0v2.5',
  retired: 'M5 10h10',
};

export function StateIcon({ verdict }: Readonly<{ verdict: Verdict }>) {
  return (
    <svg className={styles.icon} data-verdict={verdict} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[verdict]} />
    </svg>
  );
}
