import type { ReactNode, Ref } from 'react';
import styles from './Legend.module.css';

type Props<Key extends string> = Readonly<{
  items: readonly (readonly [Key, string])[];
  renderSwatch: (key: Key) => ReactNode;
  ref?: Ref<HTMLUListElement>;
  className?: string | undefined;
}>;

/** A chart's legend, hidden from screen readers like the chart. */
export function Legend<Key extends string>({
  items,
  renderSwatch,
  ref,
  className = '',
}: Props<Key>) {
  return (
    <ul ref={ref} className={`${styles.legend} ${className}`} aria-hidden="true">
      {items.map(([key, name]) => (
        <li key={key}>
          {renderSwatch(key)}
          <span className="capital">{name}</span>
        </li>
      ))}
    </ul>
  );
}
