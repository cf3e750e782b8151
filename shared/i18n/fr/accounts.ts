/** Les comptes du membre chez Matrix et GitHub, en français. */
import type { accounts as en } from '../en/accounts.ts';

export const accounts: Readonly<Record<keyof typeof en, string>> = {
  'accounts.browser.title': 'Retour à Coop Tray',
  'accounts.browser.text': 'Coop Tray vous connecte. Vous pouvez fermer cette page.',
};
