/** The member's accounts at Matrix and GitHub, in English. */
export const accounts = {
  'accounts.browser.title': 'Back to Coop Tray',
  'accounts.browser.text': 'Coop Tray is signing you in. You can close this page.',
} as const;
