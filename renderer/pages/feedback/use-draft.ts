/** A draft that is saved and previewed by main a moment after each change. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Missing, Preview } from '../../../shared/feedback/preview-view.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import { call } from '../../app/bridge.ts';

/** Main's preview of the draft: what would be sent, or what is missing. */
export type Look = Readonly<{ preview: Preview }> | Readonly<{ missing: Missing }>;
export type KeepTrouble = 'full' | 'unwritable' | 'failed';

export type DraftWork = Readonly<{
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  look: Look | undefined;
  trouble: KeepTrouble | undefined;
  /** Saves and previews a draft immediately. Undefined on failure. */
  keep: (draft: Draft) => Promise<Look | undefined>;
  /** Previews the current draft, with its picture. */
  lookAgain: () => Promise<Look | undefined>;
  /** Whether the last preview is of the current draft. */
  isLookedAt: () => boolean;
  /** Call once the draft is sent: it must not be saved again. */
  letGo: () => void;
}>;

/** After the last keystroke. */
const debounceMs = 300;

export function useDraft(id: string, first: Draft, isKept: boolean): DraftWork {
  const [draft, setDraft] = useState(first);
  const [look, setLook] = useState<Look>();
  const [trouble, setTrouble] = useState<KeepTrouble>();
  const latest = useRef(first);
  const looked = useRef<Draft>(undefined);
  /** Whether the outbox has the draft; an empty one is not stored. */
  const isStored = useRef(isKept);
  const saved = useRef<Draft | 'gone' | undefined>(isKept ? first : undefined);

  const save = useCallback(
    async (version: Draft) => {
      if (saved.current === 'gone' || saved.current === version) return;
      saved.current = version;
      if (version.text.trim() === '' && !version.picture) {
        if (isStored.current) await call('feedback.discard', { id });
        isStored.current = false;
        return;
      }
      isStored.current = true;
      const taken = await call('feedback.saveDraft', { id, draft: version });
      setTrouble(taken === 'full' || taken === 'unwritable' ? taken : undefined);
      if (taken === 'full') isStored.current = false;
    },
    [id],
  );
  const keep = useCallback(
    async (version: Draft) => {
      try {
        await save(version);
        const next = await call('feedback.preview', { id, draft: version });
        // A later change has its own preview.
        if (latest.current !== version) return next;
        looked.current = version;
        setLook(next);
        return next;
      } catch {
        setTrouble('failed');
        return undefined;
      }
    },
    [id, save],
  );
  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(() => void keep(draft), debounceMs);
    return () => clearTimeout(timer);
  }, [draft, keep]);
  // Saves the last keystrokes on leaving the page.
  useEffect(() => () => void save(latest.current).catch(() => undefined), [save]);

  return {
    draft,
    change: (change) => setDraft((now) => ({ ...now, ...change })),
    look,
    trouble,
    keep: (version) => {
      latest.current = version;
      setDraft(version);
      return keep(version);
    },
    lookAgain: () => keep(latest.current),
    isLookedAt: () => looked.current === latest.current && latest.current === draft,
    letGo: () => {
      saved.current = 'gone';
    },
  };
}
