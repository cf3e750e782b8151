/** Rounded down, so that 100 % means no failure at all. */
export function percent(languageTag: string, share: number): string {
  const floored = Math.floor(share * 10_000) / 10_000;
  return new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 2 }).format(
    floored,
  );
}
