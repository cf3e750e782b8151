/** Moments as numbers from outside or from a file. */
import * as v from 'valibot';

/** The end of the year 9999, ms UTC: later ones have no text of four digits, and beyond 8.64e15 a date throws. */
const lastUtcMs = 253_402_300_799_999;

/** ms UTC that every clock, calendar and text of a time can take. */
export const UtcMs = v.pipe(v.number(), v.minValue(0), v.maxValue(lastUtcMs));
