/** A window that is asked for comes forward, also where the compositor lets only those that have just opened. */
import { expect, test } from 'vitest';
import { createFront } from '../../../main/desktop/bring-to-front.ts';
import { fakeClock } from '../clock.ts';

type Start = Readonly<{
  isVisible?: boolean;
  isMinimized?: boolean;
  /** False while one of its dialogs is open. */
  isEnabled?: boolean;
  /** Whether asking is enough for the window to get the focus, and after how long, in ms. */
  yieldsAfterMs?: number;
  onX11?: boolean;
  /** What the member does next, after 200 ms. */
  next?: 'asks again' | 'closes it' | 'minimizes it';
}>;

async function ask({
  isVisible = true,
  isMinimized = false,
  isEnabled = true,
  yieldsAfterMs,
  onX11 = false,
  next,
}: Start) {
  const clock = fakeClock();
  const done: string[] = [];
  let visible = isVisible;
  let focused = false;
  let minimized = isMinimized;
  const window = {
    isDestroyed: () => false,
    isEnabled: () => isEnabled,
    isVisible: () => visible,
    isFocused: () => focused,
    isMinimized: () => minimized,
    restore: () => void done.push('restore'),
    show: () => {
      done.push('show');
      visible = true;
    },
    hide: () => {
      done.push('hide');
      visible = false;
    },
    focus: () => {
      if (yieldsAfterMs === 0) focused = true;
      else if (yieldsAfterMs !== undefined) clock.after(yieldsAfterMs, () => (focused = true));
    },
  };
  const front = createFront({ clock, onX11 });
  const prepare = () => void done.push('prepare');
  front.bring(window, prepare);
  await clock.pass(200);
  if (next === 'asks again') front.bring(window, prepare);
  if (next === 'closes it') visible = false;
  if (next === 'minimizes it') minimized = true;
  await clock.pass(5000);
  return done;
}

test.each<[string, Start, readonly string[]]>([
  ['hidden', { isVisible: false }, ['prepare', 'show']],
  ['minimized on X11', { isMinimized: true, onX11: true }, ['restore', 'show']],
  ['in sight on X11, whose own rules hold', { onX11: true }, ['show']],
  ['in sight, with the token of a click', { yieldsAfterMs: 0 }, ['show']],
  ['in sight, with a token and a slow compositor', { yieldsAfterMs: 150 }, ['show']],
  ['in sight elsewhere, behind its own dialog', { isEnabled: false }, ['show']],
  ['in sight elsewhere, asked for twice', { next: 'asks again' }, ['show', 'show', 'hide', 'show']],
  ['in sight elsewhere, closed at once', { next: 'closes it' }, ['show']],
  ['in sight elsewhere, minimized at once', { next: 'minimizes it' }, ['show']],
  // Electron 43709, cherry-studio 12503, Signal-Desktop 6429, Shelly-ALPM 1299.
  ['in sight elsewhere, without a token', {}, ['show', 'hide', 'show']],
])('one that is %s', async (_what, start, expected) => {
  expect(await ask(start)).toEqual(expected);
});
