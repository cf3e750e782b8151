import { useId } from 'react';
import { minutesADay } from '../../../shared/coop/quiet-hours.ts';
import { useWords } from '../../app/words.ts';
import styles from './QuietHoursForm.module.css';

const stepMinutes = 30;

type Props = Readonly<{ label: string; minute: number; onChange: (minute: number) => void }>;

/** A list, because the browser's own field follows its language: “12:00 AM” beside “00:00” everywhere else. */
export function TimeField({ label, minute, onChange }: Props) {
  const { times } = useWords();
  const id = useId();
  const steps = Array.from(
    { length: minutesADay / stepMinutes },
    (_, index) => index * stepMinutes,
  );
  const shown = minute % minutesADay;
  // A co-op may propose other times.
  const options = [...new Set([...steps, shown])].toSorted((a, b) => a - b);
  return (
    <div className={styles.time}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={shown} onChange={(event) => onChange(Number(event.target.value))}>
        {options.map((one) => (
          <option key={one} value={one}>
            {times.timeOfDay(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
