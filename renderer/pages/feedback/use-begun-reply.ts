/** The text of a reply, kept by main with each key: the window may go at any moment. */
import { useEffect, useState } from 'react';
import { call } from '../../app/bridge.ts';

export function useBegunReply(itemId: string): readonly [string, (text: string) => void] {
  /** Undefined until main has said what was begun, or the member types. */
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isStale = false;
    call('answers.begun', { itemId }).then(
      (begun) => isStale || setText((now) => now ?? begun),
      () => undefined,
    );
    return () => {
      isStale = true;
    };
  }, [itemId]);
  const change = (next: string) => {
    setText(next);
    // Without it, the text is still here.
    void call('answers.keepBegun', { itemId, text: next }).catch(() => undefined);
  };
  return [text ?? '', change];
}
