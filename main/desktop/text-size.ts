/** How large the window draws everything; kept in the profile. */
import * as v from 'valibot';
import type { TextSize } from '../../shared/keyboard/text-size.ts';
import { TextSizeSchema, nextTextSize, usualTextSize } from '../../shared/keyboard/text-size.ts';
import type { TextStore } from '../platform/files.ts';
import type { FileForm } from '../platform/profile-file.ts';
import { loadJson } from '../platform/load-json.ts';

export type TextSizes = Readonly<{
  /** Restores the member's last choice. Never rejects. */
  restore: () => Promise<void>;
  size: () => TextSize;
  set: (size: TextSize) => void;
  step: (step: 1 | -1) => void;
}>;

export type TextSizeDeps = Readonly<{
  store: TextStore;
  /** Draws the open window in this size, and tells its page. */
  onChange: (size: TextSize) => void;
}>;

const Stored = v.object({ version: v.number(), size: TextSizeSchema });

export const textSizeForm: FileForm = {
  name: 'text-size',
  limitBytes: 1024,
  version: 1,
  whole: Stored,
};

export function createTextSizes({ store, onChange }: TextSizeDeps): TextSizes {
  let size = usualTextSize;
  const set = (next: TextSize) => {
    if (next === size) return;
    size = next;
    onChange(size);
    // The window changes even if the choice cannot be saved.
    void store.save(JSON.stringify({ version: 1, size })).catch(() => undefined);
  };
  return {
    restore: async () => {
      const stored = await loadJson(store, Stored);
      if (!stored) return;
      size = stored.size;
      onChange(size);
    },
    size: () => size,
    set,
    step: (step) => set(nextTextSize(size, step)),
  };
}
