import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './OptionGroup.module.css';

export type Option<T extends string> = Readonly<{ value: T; label: string; help?: ReactNode }>;

type Props<T extends string> = Readonly<{
  legend: string;
  options: readonly Option<T>[];
  chosen: T;
  onChoose: (value: T) => void;
}>;

/** Radio buttons below each other, with room to say what each means. */
export function OptionGroup<T extends string>({ legend, options, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label, help }) => {
        const id = `${name}-${value}`;
        return (
          <div key={value} className={styles.option}>
            <input
              type="radio"
              id={id}
              name={name}
              checked={value === chosen}
              aria-describedby={help === undefined ? undefined : `${id}-help`}
              onChange={() => onChoose(value)}
            />
            <label htmlFor={id}>{label}</label>
            {help !== undefined && (
              <p id={`${id}-help`} className="quiet small">
                {help}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
