import styles from './AxisLabels.module.css';

/** Labels along the x axis, spread from its start to its end. */
export function AxisLabels({ labels }: Readonly<{ labels: readonly string[] }>) {
  return (
    <p className={styles.labels} aria-hidden="true">
      {labels.map((label, at) => (
        // By place: labels may repeat.
        <span key={at}>{label}</span>
      ))}
    </p>
  );
}
