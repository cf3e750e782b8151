/** The settings, where a member signs in and out. */
import type { Locator } from 'playwright';
import type { AppWindow } from './window.ts';

type Member = Readonly<{ name: string; userId: string; password: string }>;

export type SettingsPage = Readonly<{
  open: () => Promise<void>;
  /** Signs in to Matrix with a password, in the form. */
  signInToMatrix: (member: Member) => Promise<void>;
  /** Signs out by keyboard, and confirms. */
  signOutOf: (account: 'Matrix' | 'GitHub') => Promise<void>;
  /** The line that says who is signed in. */
  signedInAs: (who: string) => Locator;
}>;

export function settingsPage({ page, button, goTo, press }: AppWindow): SettingsPage {
  const signedInAs = (who: string) =>
    page.getByRole('paragraph').filter({ hasText: `Signed in as ${who}` });
  return {
    open: () => goTo('Settings'),
    signInToMatrix: async ({ name, userId, password }) => {
      await goTo('Settings');
      await button('Continue').click();
      await page.getByLabel('User name').fill(name);
      await page.getByLabel('Password').fill(password);
      await page.getByLabel('Password').press('Enter');
      await signedInAs(`${userId} on`).waitFor();
    },
    signOutOf: async (account) => {
      await press(`Sign out of ${account}`);
      await page
        .getByRole('dialog', { name: `Sign out of ${account}?` })
        .getByRole('button', { name: 'Sign out' })
        .press('Enter');
    },
    signedInAs,
  };
}
