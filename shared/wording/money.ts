/** Amounts in words. Pure. */
import type { Balance } from '../money/account.ts';

/** `$1,234.56`, as the currency and the language have it. `tag` is BCP 47. */
export function amountText(tag: string, { cents, currency }: Balance): string {
  return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(cents / 100);
}
