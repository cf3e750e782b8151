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
        return () => {};
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

test('again if it could not be saved that it was said', async () => {
  const broken = { ...memoryFiles(), file: () => ({ load: failing, save: failing }) };
  const { onHide, shown, settled } = start(broken);
  onHide();
  await settled();
  expect(shown).toHaveLength(1);
});

const failing = () => Promise.reject(new Error('no disk'));
