/** Figures as words: what was not measured says so. */
import type { Loss } from '../../../shared/echo/measurement.ts';
import type { Spread } from '../../../shared/echo/spread.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';

export function msWords(t: Translate, ms: number | undefined): string {
  return ms === undefined ? t('calls.figures.none') : t('calls.ms', { ms });
}

export function medianWords(t: Translate, spread: Spread | undefined): string {
  return msWords(t, spread?.median);
}

export function shareWords(t: Translate, share: number | undefined): string {
  return share === undefined ? t('calls.figures.none') : t('calls.share', { share });
}

export function lossWords(t: Translate, loss: Loss | undefined): string {
  return shareWords(t, loss?.share);
}
