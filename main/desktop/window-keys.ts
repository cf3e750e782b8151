/**
 * The keys and the wheel that change the window itself. Caught before the page, so that they work even if the page has
 * broken; all others are the page's (`renderer/app/WindowKeys.tsx`).
 */
import type { Input, WebContents } from 'electron';
import type { KeyAction, Modifier } from '../../shared/keyboard/keys.ts';
import { pressedAction } from '../../shared/keyboard/keys.ts';
import { usualTextSize } from '../../shared/keyboard/text-size.ts';
import type { TextSizes } from './text-size.ts';

export type WindowActions = Readonly<
  Record<Extract<KeyAction, 'larger' | 'smaller' | 'usualSize' | 'hide' | 'quit'>, () => void>
>;

export function windowActions(
  deps: Readonly<{ textSizes: TextSizes; hide: () => void; quit: () => void }>,
): WindowActions {
  const { textSizes, hide, quit } = deps;
  return {
    larger: () => textSizes.step(1),
    smaller: () => textSizes.step(-1),
    usualSize: () => textSizes.set(usualTextSize),
    hide,
    quit,
  };
}

/** The action to run for this key; undefined leaves it to the page. */
export function actionOfInput(
  actions: WindowActions,
  input: Pick<Input, 'type' | 'key' | 'code' | Modifier>,
  onMac: boolean,
): (() => void) | undefined {
  if (input.type !== 'keyDown') return undefined;
  const held = (['control', 'alt', 'shift', 'meta'] as const).filter((one) => input[one]);
  const pressed = pressedAction({ key: input.key, code: input.code, held }, onMac);
  return pressed && (actions as Readonly<Partial<Record<KeyAction, () => void>>>)[pressed.action];
}

export function followKeys(contents: WebContents, actions: WindowActions): void {
  const onMac = process.platform === 'darwin';
  contents.on('before-input-event', (event, input) => {
    const run = actionOfInput(actions, input, onMac);
    if (!run) return;
    event.preventDefault();
    run();
  });
  // The wheel, with Ctrl held.
  contents.on('zoom-changed', (_event, direction) =>
    direction === 'in' ? actions.larger() : actions.smaller(),
  );
}
