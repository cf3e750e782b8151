import { useRef } from 'react';
import { Search } from 'lucide-react';
import { useKeyAction } from '../app/keys.ts';
import styles from './FilterField.module.css';

type Props = Readonly<{
  label: string;
  text: string;
  onText: (text: string) => void;
}>;

export function FilterField({ label, text, onText }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const keys = useKeyAction('search', () => {
    field.current?.focus();
    field.current?.select();
  });
  return (
    <div className={styles.search}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        dir="auto"
        className={styles.field}
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-label={label}
        aria-keyshortcuts={keys}
        placeholder={label}
      />
    </div>
  );
}
