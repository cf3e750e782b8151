import styles from './CoopMark.module.css';

/** The co-op's tile. Decorative: its name stands beside it. */
export function CoopMark({ name }: Readonly<{ name: string }>) {
  return (
    <span className={styles.mark} aria-hidden="true">
      {Array.from(name.trim())[0]?.toUpperCase()}
    </span>
  );
}
