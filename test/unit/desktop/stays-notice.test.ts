/** What is said when the window is first closed. */
import { expect, test } from 'vitest';
import { createStaysNotice, staysForm } from '../../../main/desktop/stays-notice.ts';
import { memoryFiles } from '../../memory-files.ts';
import { createTranslate } from '../../translate.ts';
import { fakeClock } from '../clock.ts';

function start(files = memoryFiles()) {
  const shown: string[] = [];
  const onHide = createStaysNotice({
    t: createTranslate('en'),
    store: files.file(staysForm),
    notifications: {
      show: ({ title, body }) => {
        shown.push(`${title} / ${body}`);
        return { withdraw: () => {} };
      },
    },
    open: () => {},
  });
  const settled = () => fakeClock().pass(0);
  return { onHide, shown, settled };
}

test('that the app goes on, and how to end it: once, and not again at a later start', async () => {
  const files = memoryFiles();
  const { onHide, shown, settled } = start(files);
  onHide();
  onHide();
  await settled();
  expect(shown).toEqual([expect.stringMatching(/^Coop Tray keeps running \/ .*choose “Quit”/)]);
  const later = start(files);
  later.onHide();
  await later.settled();
  expect(later.shown).toEqual([]);
});

test.each([
  ['could not be saved', { load: async () => undefined }],
  ['can be neither saved nor read', { load: () => noDisk() }],
])('again at a later start if that it was said %s', async (_what, { load }) => {
  const broken = { ...memoryFiles(), file: () => ({ load, save: () => noDisk() }) };
  for (const { onHide, shown, settled } of [start(broken), start(broken)]) {
    onHide();
    await settled();
    expect(shown).toHaveLength(1);
  }
});

const noDisk = () => Promise.reject(new Error('no disk'));
