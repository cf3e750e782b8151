/** The keys and mouse buttons for back and forward, as in browsers and file managers. Pure. */
export type Direction = 'back' | 'forward';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** ⌘[ and ⌘] on macOS, where ⌥ and an arrow moves by words; Alt and an arrow elsewhere. */
export function directionOfKey(pressed: Key, onMac: boolean): Direction | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  // Some keyboards have dedicated keys.
  if (key === 'BrowserBack') return 'back';
  if (key === 'BrowserForward') return 'forward';
  const isHeld = onMac ? metaKey && !altKey : altKey && !metaKey;
  if (!isHeld || ctrlKey || shiftKey) return undefined;
  if (key === (onMac ? '[' : 'ArrowLeft')) return 'back';
  if (key === (onMac ? ']' : 'ArrowRight')) return 'forward';
  return undefined;
}

/** Buttons 3 and 4 are the side buttons (`MouseEvent.button`). */
export function directionOfButton(button: number): Direction | undefined {
  if (button === 3) return 'back';
  return button === 4 ? 'forward' : undefined;
}
