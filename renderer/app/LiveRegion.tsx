import { useEffect, useRef, useState } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { changesSentence } from '../../shared/wording/status-changes.ts';
import { useWords } from './words.ts';

/** Long enough to be read, in ms. */
const keptMs = 10_000;

/**
 * Tells screen readers what has changed, on whatever page the member is: a heading that changes says neither which
 * service nor what to use instead, and is read again after every dialog.
 */
export function LiveRegion({ snapshot }: Readonly<{ snapshot: Snapshot }>) {
  const { t } = useWords();
  const last = useRef(snapshot);
  const [said, setSaid] = useState<Readonly<{ text: string; revision: number }>>();
  useEffect(() => {
    const before = last.current;
    last.current = snapshot;
    // Another co-op is another page, not a change.
    if (before.coop?.source !== snapshot.coop?.source) return;
    const text = changesSentence(t, before, snapshot);
    if (text !== undefined) setSaid({ text, revision: snapshot.revision });
  }, [snapshot, t]);
  // What is left would be read again whenever a dialog above it closes.
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), keptMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="unseen" aria-live="polite" data-live="status">
      {/* A new element, so that the same sentence is read again. */}
      {said && <p key={said.revision}>{said.text}</p>}
    </div>
  );
}
