import type { Quality } from '../../../shared/echo/verdict-view.ts';
import styles from './QualityIcon.module.css';

/** Shapes as on the status page, so that no verdict depends on seeing colours; its word always stands beside it. */
const paths: Readonly<Record<Quality | 'unknown', string>> = {
  excellent: 'M2 11l3.5 3.5 6-8M9.5 13l1.5 1.5 7-8',
  good: 'M4 10.5l4 4 8-9',
  fair: 'M10 4v7.5M10 15.4v.1',
  poor: 'M3.5 15.5L10 4.5l6.5 11zM10 9v2.6M10 13.6v.1',
  failed: 'M5 5l10 10M15 5L5 15',
  unknown: 'M7.4 7.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M10 15.4v.1',
};

export function QualityIcon({ quality }: Readonly<{ quality: Quality | undefined }>) {
  const shown = quality ?? 'unknown';
  return (
    <svg className={styles.icon} data-quality={shown} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[shown]} />
    </svg>
  );
}
