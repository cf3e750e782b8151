/** Figures as text, “not measured” included. */
import type { Loss } from '../../../shared/echo/measurement.ts';
import type { Spread } from '../../../shared/echo/distribution.ts';
import { msText, shareText } from '../../../shared/wording/echo.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';

export function medianWords(t: Translate, spread: Spread | undefined): string {
  return msText(t, spread?.median);
}

export function lossWords(t: Translate, loss: Loss | undefined): string {
  return shareText(t, loss?.share);
}
