import { ArrowLeft } from 'lucide-react';
import styles from './BackButton.module.css';

type Props = Readonly<{ label: string; onBack: () => void }>;

/** Leads back to the list that what is shown was opened from; stands above its heading. */
export function BackButton({ label, onBack }: Props) {
  return (
    <button type="button" className={`ghost ${styles.back}`} onClick={onBack}>
      <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </button>
  );
}
