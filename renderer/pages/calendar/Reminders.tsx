import { useId } from 'react';
import type { CalendarView, Remind } from '../../../shared/calendar/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import styles from './Reminders.module.css';

type Props = Readonly<{ calendars: readonly CalendarView[] }>;

/** Off for every calendar until a member chooses otherwise. */
export function Reminders({ calendars }: Props) {
  const { t } = useWords();
  if (calendars.length === 0) return undefined;
  return (
    <Disclosure summary={<h2>{t('calendar.reminders')}</h2>}>
      <div className={styles.reminders}>
        <p className="quiet">{t('calendar.reminders.help')}</p>
        {calendars.map((calendar) => (
          <Reminder key={calendar.id} calendar={calendar} />
        ))}
      </div>
    </Disclosure>
  );
}

const usualMinutes = [0, 2, 5, 10, 15, 20, 30];
const off = 'off';

function Reminder({ calendar }: Readonly<{ calendar: CalendarView }>) {
  const { t } = useWords();
  const { id, name, remind, proposedMinutes } = calendar;
  const set = (next: Remind | undefined) =>
    void call('calendar.setRemind', { id, ...(next && { remind: next }) });
  const all = [...usualMinutes, proposedMinutes, ...(remind ? [remind.minutes] : [])];
  const choices = [...new Set(all)].toSorted((a, b) => a - b);
  const choose = (value: string) =>
    set(
      value === off
        ? undefined
        : { minutes: Number(value), inQuietHours: remind?.inQuietHours ?? false },
    );
  return (
    <Field label={t('calendar.remind', { name })}>
      {(control) => (
        <div className="row">
          <select
            {...control}
            value={remind ? String(remind.minutes) : off}
            onChange={(event) => choose(event.target.value)}
          >
            <option value={off}>{t('calendar.remind.off')}</option>
            {choices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0
                  ? t('calendar.remind.start')
                  : t('calendar.remind.before', { count: minutes })}
              </option>
            ))}
          </select>
          {remind && <InQuietHours name={name} remind={remind} onChange={set} />}
        </div>
      )}
    </Field>
  );
}

type InQuietProps = Readonly<{
  name: string;
  remind: Remind;
  onChange: (next: Remind) => void;
}>;

function InQuietHours({ name, remind, onChange }: InQuietProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        aria-label={t('calendar.remind.inQuiet.of', { name })}
        checked={remind.inQuietHours}
        onChange={(event) => onChange({ ...remind, inQuietHours: event.target.checked })}
      />
      <label htmlFor={id}>{t('calendar.remind.inQuiet')}</label>
    </div>
  );
}
