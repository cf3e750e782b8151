/** Times as numbers, from outside or from a file. */
import * as v from 'valibot';

/** The end of the year 9999, ms UTC: later years need more than four digits, and beyond 8.64e15 a `Date` throws. */
const lastUtcMs = 253_402_300_799_999;

/** ms UTC that every clock, calendar and date format can handle. */
export const UtcMs = v.pipe(v.number(), v.minValue(0), v.maxValue(lastUtcMs));
