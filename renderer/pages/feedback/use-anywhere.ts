/** What works wherever in the page the focus is: Ctrl+Enter sends, and a picture can be pasted. */
import { useEffect, useRef } from 'react';

type Ways = Readonly<{ onSend: () => void; onPicture: (file: Blob) => void }>;

export function useAnywhere(ways: Ways): void {
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current.onSend();
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const picture = files.find(({ type }) => type.startsWith('image/'));
      if (!picture) return;
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
