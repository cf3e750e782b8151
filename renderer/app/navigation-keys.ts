/** The keys and mouse buttons that lead back and forward in browsers and file managers. Pure. */
export type Direction = 'back' | 'forward';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** macOS has ⌘[ and ⌘], because ⌥ with an arrow moves by words; elsewhere it is Alt with an arrow. */
export function directionOfKey(pressed: Key, onMac: boolean): Direction | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  // Keys of their own, on some keyboards.
  if (key === 'BrowserBack') return 'back';
  if (key === 'BrowserForward') return 'forward';
  const isHeld = onMac ? metaKey && !altKey : altKey && !metaKey;
  if (!isHeld || ctrlKey || shiftKey) return undefined;
  if (key === (onMac ? '[' : 'ArrowLeft')) return 'back';
  if (key === (onMac ? ']' : 'ArrowRight')) return 'forward';
  return undefined;
}

/** The two side buttons, as the DOM numbers them. */
export function directionOfButton(button: number): Direction | undefined {
  if (button === 3) return 'back';
  return button === 4 ? 'forward' : undefined;
}
