import styles from './AppMark.module.css';

/** The app's own mark, as in its icon (build/icons/shapes.ts): a tray that holds three equal members. Decorative. */
export function AppMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <rect className={styles.tile} x="1" y="1" width="22" height="22" rx="6" />
      <g className={styles.members}>
        <circle cx="7.4" cy="9" r="2.2" />
        <circle cx="12" cy="9" r="2.2" />
        <circle cx="16.6" cy="9" r="2.2" />
      </g>
      <path
        className={styles.tray}
        d="M5 13.5v3.2a1.8 1.8 0 0 0 1.8 1.8h10.4a1.8 1.8 0 0 0 1.8-1.8v-3.2"
      />
    </svg>
  );
}
