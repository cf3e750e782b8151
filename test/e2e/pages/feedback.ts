/** The feedback page: the text, its picture, and the preview of what is sent. */
import type { Locator } from 'playwright';
import type { AppWindow } from './window.ts';

export type FeedbackPage = Readonly<{
  words: () => Locator;
  /** The label of the selected entry of “About”. */
  about: () => Promise<string | null>;
  setAbout: (value: string) => Promise<void>;
  /** The picture, in the editor or as saved. */
  picture: () => Locator;
  takePicture: () => Promise<void>;
  /** The button that sends; its keys are shown on it, but no part of its name. */
  send: () => Locator;
  /** Opens the preview of what is sent. */
  openPreview: () => Promise<void>;
  closePreview: () => Promise<void>;
  /** A part of the preview, as readable text: message, picture, file. */
  shownPart: (at: number) => Locator;
  /** The parts byte for byte. Unfolds them. */
  rawParts: (count: number) => Promise<readonly string[]>;
  /** The confirmation that an item with this title has been sent. */
  sent: (title: string) => Locator;
  /** The option to keep text that would be redacted. */
  leaveIn: (text: string) => Locator;
  /** Shows what was sent. */
  list: () => Promise<void>;
}>;

/** The state of a sent item in the list: before and after replies to it are looked up. */
export const sentState = /^(Sent|No reply yet)$/;

export function feedbackPage({ page, button }: AppWindow): FeedbackPage {
  const about = () => page.getByRole('combobox', { name: 'About' });
  const picture = () => page.locator('canvas');
  const preview = () => page.getByRole('dialog', { name: 'Preview what’s sent' });
  return {
    words: () => page.getByRole('textbox', { name: 'What happened?' }),
    about: () => about().locator('option:checked').textContent(),
    setAbout: async (value) => {
      await about().selectOption(value);
    },
    picture,
    takePicture: async () => {
      await button('Capture screen').click();
      await picture().waitFor();
    },
    send: () => button('Send'),
    openPreview: async () => {
      await button('Preview what’s sent').click();
      await preview().waitFor();
    },
    closePreview: () => preview().getByRole('button', { name: 'Close' }).click(),
    shownPart: (at) => preview().locator('section').nth(at).locator('> pre'),
    rawParts: async (count) => {
      const folds = preview().getByText('Raw message');
      await folds.nth(count - 1).waitFor();
      for (let at = 0; at < count; at += 1) await folds.nth(at).click();
      return preview().locator('details pre').allTextContents();
    },
    sent: (title) => page.getByText(`Sent · ${title}`, { exact: true }),
    leaveIn: (text) => page.getByRole('checkbox', { name: `Leave in: ${text}` }),
    list: () => page.getByRole('tab', { name: /^Your feedback/ }).click(),
  };
}
