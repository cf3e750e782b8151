/** Addresses that hold the day of a meeting. Pure. */
import type { DayToken } from '../coop/meetings.ts';
import { dayTokens } from '../coop/meetings.ts';

const pattern = new RegExp(`\\{(${dayTokens.join('|')})\\}`, 'g');

/** `isoDate`: `2026-12-01`. Other braces stay as they are. */
export function dayAddress(address: string, isoDate: string): string {
  const [yyyy = '', mm = '', dd = ''] = isoDate.split('-');
  const values: Readonly<Record<DayToken, string>> = { 'yyyy-mm-dd': isoDate, yyyy, mm, dd };
  // The pattern matches nothing but tokens.
  return address.replaceAll(pattern, (_, token: DayToken) => values[token]);
}
