/** Working hours in words. Pure. */
import { minutesADay, weekdays } from '../coop/quiet-hours.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import type { QuietHours } from '../notification-policy/quiet-hours.ts';

/** “Mon to Fri, 09:00 to 18:00”; of whole days only their names. */
export function hoursText(
  t: Translate,
  times: Pick<Times, 'weekday' | 'timeOfDay'>,
  { days, fromMinute, toMinute }: Pick<QuietHours, 'days' | 'fromMinute' | 'toMinute'>,
): string {
  const chosen = weekdays.flatMap((day, index) => (days.includes(day) ? index : []));
  const [first = 0, last = 0] = [chosen[0], chosen.at(-1)];
  const isRow = chosen.length > 2 && last - first === chosen.length - 1;
  const names = isRow
    ? t('settings.quiet.range', { from: times.weekday(first), to: times.weekday(last) })
    : chosen.map(times.weekday).join(', ');
  const isWholeDay = (toMinute - fromMinute) % minutesADay === 0;
  const hours = isWholeDay
    ? ''
    : t('settings.quiet.range', {
        from: times.timeOfDay(fromMinute),
        to: times.timeOfDay(toMinute),
      });
  const text = [names, hours].filter((part) => part !== '').join(', ');
  // It begins a sentence, and French days of the week are in lower case.
  return text.charAt(0).toUpperCase() + text.slice(1);
}
