/** Days of the Gregorian calendar as numbers, without the limits and the zone of `Date`. Pure. */

export type CivilDate = Readonly<{
  year: number;
  /** From 1. */
  month: number;
  day: number;
}>;

/** Days of 400 years, after which the calendar repeats itself. */
const eraDays = 146_097;
/** From 0000-03-01, with which the years of this reckoning begin, to 1970-01-01. */
const epochDays = 719_468;

/** Days since 1970-01-01. Months beyond a year's count on into the next one. */
export function dayOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  // Years begin in March, so that the leap day is their last.
  const marchYear = Math.floor((months - 2) / 12);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthOfYear = months - 2 - marchYear * 12;
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * eraDays + yearOfEra * 365 + leapDays + dayOfYear - epochDays;
}

export function dateOf(day: number): CivilDate {
  const since = day + epochDays;
  const era = Math.floor(since / eraDays);
  const dayOfEra = since - era * eraDays;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1,
  };
}

/** From 0, a Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

export function daysInYear(year: number): number {
  return dayOf(year + 1, 1, 1) - dayOf(year, 1, 1);
}

/** `2026-11-24` */
export function isoDate(day: number): string {
  const { year, month, day: ofMonth } = dateOf(day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}`;
}
