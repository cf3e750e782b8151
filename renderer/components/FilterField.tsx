import { Search } from 'lucide-react';
import styles from './FilterField.module.css';

type Props = Readonly<{
  label: string;
  text: string;
  onText: (text: string) => void;
}>;

export function FilterField({ label, text, onText }: Props) {
  return (
    <div className={styles.search}>
      <Search size={16} aria-hidden="true" />
      <input
        type="search"
        dir="auto"
        className={styles.field}
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-label={label}
        placeholder={label}
      />
    </div>
  );
}
