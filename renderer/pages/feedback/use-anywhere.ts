/** Keyboard shortcuts regardless of the focus: Ctrl+Enter sends, and pasting attaches a picture. */
import { useEffect, useRef } from 'react';
import { isSendKey } from '../../components/SendKeys.tsx';

type Ways = Readonly<{
  /** Whether the composer is shown. */
  isShown: boolean;
  onSend: () => void;
  onPicture: (file: Blob) => void;
}>;

export const composerId = 'feedback-composer';

export function useAnywhere(ways: Ways): void {
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!latest.current.isShown || !isSendKey(event) || isElsewhere(event)) return;
      event.preventDefault();
      latest.current.onSend();
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const picture = files.find(({ type }) => type.startsWith('image/'));
      if (!picture || !latest.current.isShown) return;
      event.preventDefault();
      latest.current.onPicture(picture);
    };
    document.addEventListener('keydown', press);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('paste', paste);
    };
  }, []);
}

/** Whether the focus is in a dialog or another form, such as the one to sign in. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  const place = target instanceof Element ? target.closest('form, dialog') : null;
  return place !== null && place.id !== composerId;
}
