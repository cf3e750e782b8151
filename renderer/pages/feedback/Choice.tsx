import styles from './Choice.module.css';

type Props<T extends string> = Readonly<{
  /** Unique within the page. */
  name: string;
  legend: string;
  options: readonly T[];
  chosen: T | undefined;
  label: (option: T) => string;
  onChoose: (option: T) => void;
}>;

/** Radio buttons in a row. */
export function Choice<T extends string>(props: Props<T>) {
  const { name, legend, options, chosen, label, onChoose } = props;
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`feedback-${name}`}
            checked={one === chosen}
            onChange={() => onChoose(one)}
          />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
