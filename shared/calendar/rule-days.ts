/** Which days a recurrence rule is about. Pure. */
import type { CivilDate } from './civil.ts';
import { dateOf, dayOf, daysInMonth, daysInYear, weekdayOf } from './civil.ts';
import type { Rule, RuleDay } from './rule.ts';

/** Whether a day fits the rule, which says all: see `withFirstDay`. */
export function dayFilter(rule: Rule): (day: number) => boolean {
  const { months, weekNumbers, yearDays, monthDays, weekdays } = rule;
  const fitsWeekday = weekdayFilter(rule);
  return (day) => {
    if (weekdays.length > 0 && !fitsWeekday(day)) return false;
    if (months.length + monthDays.length + yearDays.length + weekNumbers.length === 0) return true;
    const date = dateOf(day);
    if (months.length > 0 && !months.includes(date.month)) return false;
    return (
      fits(monthDays, date.day, () => daysInMonth(date.year, date.month)) &&
      fits(yearDays, day - dayOf(date.year, 1, 1) + 1, () => daysInYear(date.year)) &&
      fitsWeek(rule, day, date)
    );
  };
}

/** A rule that names no days recurs on that of the first time of its series. */
export function withFirstDay(rule: Rule, firstDay: number): Rule {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays } = rule;
  if (yearDays.length + monthDays.length + weekdays.length > 0) return rule;
  const first = dateOf(firstDay);
  const weekday: readonly RuleDay[] = [{ nth: 0, weekday: weekdayOf(firstDay) }];
  if (frequency === 'weekly' || (frequency === 'yearly' && weekNumbers.length > 0))
    return { ...rule, weekdays: weekday };
  if (frequency === 'monthly') return { ...rule, monthDays: [first.day] };
  if (frequency !== 'yearly') return rule;
  return { ...rule, months: months.length > 0 ? months : [first.month], monthDays: [first.day] };
}

/** Numbers count from 1, or from the end if negative; `last` is the number of the last one. */
function fits(numbers: readonly number[], number: number, last: () => number): boolean {
  if (numbers.length === 0) return true;
  return numbers.includes(number) || numbers.includes(number - last() - 1);
}

function weekdayFilter(rule: Rule): (day: number) => boolean {
  const { frequency, months, weekNumbers, weekdays } = rule;
  const isByMonth = frequency === 'monthly' || (frequency === 'yearly' && months.length > 0);
  const isByYear = frequency === 'yearly' && months.length + weekNumbers.length === 0;
  return (day) => {
    const weekday = weekdayOf(day);
    return weekdays.some((one) => {
      if (one.weekday !== weekday) return false;
      // Other frequencies have no nth weekdays; the number is not for them.
      return one.nth === 0 || !(isByMonth || isByYear) || isNth(one.nth, day, isByMonth);
    });
  };
}

function isNth(nth: number, day: number, isOfMonth: boolean): boolean {
  const { year, month, day: ofMonth } = dateOf(day);
  const number = isOfMonth ? ofMonth : day - dayOf(year, 1, 1) + 1;
  const last = isOfMonth ? daysInMonth(year, month) : daysInYear(year);
  return nth > 0 ? Math.ceil(number / 7) === nth : Math.ceil((last - number + 1) / 7) === -nth;
}

/** A week belongs to the year that has at least four of its days, so the first days of January may be in week 53. */
function fitsWeek({ weekNumbers, weekStart }: Rule, day: number, { year }: CivilDate): boolean {
  if (weekNumbers.length === 0) return true;
  const ofYear = [year + 1, year, year - 1].find((one) => firstWeek(one, weekStart) <= day) ?? year;
  const start = firstWeek(ofYear, weekStart);
  const weeks = () => (firstWeek(ofYear + 1, weekStart) - start) / 7;
  return fits(weekNumbers, Math.floor((day - start) / 7) + 1, weeks);
}

/** The first day of a year's first week. */
function firstWeek(year: number, weekStart: number): number {
  return startOfWeek(dayOf(year, 1, 4), weekStart);
}

export function startOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
