/** Addresses that hold the day of a meeting. Pure. */
import type { DayToken } from '../coop/meetings.ts';
import { dayTokens } from '../coop/meetings.ts';

/** Browsers encode braces when they copy an address: https://github.com/whatwg/url/issues/16 */
const pattern = new RegExp(`(?:\\{|%7[Bb])(${dayTokens.join('|')})(?:\\}|%7[Dd])`, 'g');

/** `isoDate`: `2026-12-01`. Other braces stay as they are. */
export function dayAddress(address: string, isoDate: string): string {
  const [yyyy = '', mm = '', dd = ''] = isoDate.split('-');
  const values: Readonly<Record<DayToken, string>> = { 'yyyy-mm-dd': isoDate, yyyy, mm, dd };
  // The pattern matches nothing but tokens.
  return address.replaceAll(pattern, (_, token: DayToken) => values[token]);
}
