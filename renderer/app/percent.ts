import { useMemo } from 'react';
import { useWords } from './words.ts';

/** Formats shares of 0 to 1. Rounds down, so that 100 % means no failure at all. */
export function usePercent(): (share: number) => string {
  const { languageTag } = useWords();
  return useMemo(() => {
    const format = new Intl.NumberFormat(languageTag, {
      style: 'percent',
      maximumFractionDigits: 2,
    });
    return (share: number) => format.format(Math.floor(share * 10_000) / 10_000);
  }, [languageTag]);
}
