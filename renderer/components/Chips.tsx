import styles from './Chips.module.css';

type Props<T extends string> = Readonly<{
  legend: string;
  options: readonly T[];
  chosen: T | undefined;
  label: (option: T) => string;
  /** Undefined if the chosen one was pressed again. */
  onChoose: (option: T | undefined) => void;
}>;

/** A few short options in a row, of which at most one is chosen. */
export function Chips<T extends string>(props: Props<T>) {
  const { legend, options, chosen, label, onChoose } = props;
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className="row">
        {options.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.chip}
            aria-pressed={one === chosen}
            onClick={() => onChoose(one === chosen ? undefined : one)}
          >
            {label(one)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
