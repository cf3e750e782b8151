import styles from './Numbers.module.css';

/** Of phone numbers and what is grouped like them: digits with what may stand between, and nothing after the last. */
const number = /(\+?\(?\d[\d ()./-]{4,}\d#?)/;

/** A text whose phone numbers are not broken at the end of a line, as long as one fits. */
export function Numbers({ children: text }: Readonly<{ children: string }>) {
  return text.split(number).map((part, at) =>
    // What the pattern found has every second place.
    at % 2 === 1 ? (
      <span key={at} className={styles.number}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
