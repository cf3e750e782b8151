import { useState } from 'react';
import { weekdays } from '../../../shared/coop/quiet-hours.ts';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { PolicyView } from '../../../shared/notification-policy/view.ts';
import { Note } from '../../components/Note.tsx';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { TimeField } from './TimeField.tsx';
import styles from './QuietHoursForm.module.css';

/** When notifications are deferred. Each change is saved immediately. */
export function QuietHoursForm({ policy }: Readonly<{ policy: PolicyView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { setBy, damaged } = policy;
  const until = policy.quietReason?.untilUtcMs;
  // Optimistic: the next click must build on this one before main answers.
  const [pending, setPending] = useState<QuietHours>();
  const hours = pending ?? policy.quietHours;
  const set = (change: Partial<QuietHours>) => {
    const next = { ...hours, ...change };
    setPending(next);
    void call('policy.setQuietHours', next).catch(() => setPending(undefined));
  };
  return (
    <>
      <p>{t('settings.quiet.explain')}</p>
      {damaged && <Note>{t('settings.quiet.damaged')}</Note>}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hours.on}
          onChange={(event) => set({ on: event.target.checked })}
        />
        {t('settings.quiet.on')}
      </label>
      <fieldset className={styles.hours} disabled={!hours.on}>
        <legend>{t('settings.quiet.days')}</legend>
        <Days days={hours.days} onChange={(days) => set({ days })} />
        <div className={styles.times}>
          <TimeField
            label={t('settings.quiet.from')}
            minute={hours.fromMinute}
            onChange={(fromMinute) => set({ fromMinute })}
          />
          <TimeField
            label={t('settings.quiet.to')}
            minute={hours.toMinute}
            onChange={(toMinute) => set({ toMinute })}
          />
        </div>
      </fieldset>
      <p className="quiet">{hint(t, hours, setBy)}</p>
      {until !== undefined && <p>{t('policy.quietUntil', { time: times.clock(until, now) })}</p>}
    </>
  );
}

function hint(
  t: ReturnType<typeof useWords>['t'],
  { on, days, fromMinute, toMinute }: QuietHours,
  setBy: PolicyView['setBy'],
): string {
  if (setBy === 'coop') return t('settings.quiet.coop');
  if (!on) return '';
  if (days.length === 0) return t('settings.quiet.always');
  return toMinute > fromMinute ? '' : t('settings.quiet.overnight');
}

type DaysProps = Readonly<{
  days: QuietHours['days'];
  onChange: (days: QuietHours['days']) => void;
}>;

function Days({ days, onChange }: DaysProps) {
  const { times } = useWords();
  return (
    <div className={styles.days}>
      {weekdays.map((day, index) => (
        <label key={day} className={styles.check}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={(event) =>
              onChange(
                weekdays.filter((one) => (one === day ? event.target.checked : days.includes(one))),
              )
            }
          />
          {times.weekday(index)}
        </label>
      ))}
    </div>
  );
}
