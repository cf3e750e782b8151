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
  /** Expands or collapses the preview of what is sent. */
  unfoldPreview: () => Promise<void>;
  /** A part of the preview, as readable text: message, picture, file. */
  shownPart: (at: number) => Locator;
  /** The parts byte for byte. */
  rawParts: () => Locator;
  /** The confirmation that an item with this title has been sent. */
  sent: (title: string) => Locator;
  /** The option to keep text that would be redacted. */
  leaveIn: (text: string) => Locator;
}>;

export function feedbackPage({ page, button }: AppWindow): FeedbackPage {
  const about = () => page.getByRole('combobox', { name: 'About' });
  const picture = () => page.locator('canvas');
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
    unfoldPreview: () => page.getByText('Preview what’s sent').click(),
    shownPart: (at) => page.locator('form > details > div > section').nth(at).locator('> pre'),
    rawParts: () => page.locator('details details pre'),
    sent: (title) => page.getByText(`${title}: Sent`, { exact: true }),
    leaveIn: (text) => page.getByRole('checkbox', { name: `Leave in: ${text}` }),
  };
}
