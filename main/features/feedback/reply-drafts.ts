/** Replies that the member has begun: on disk from the first key, since the window may go at any moment. */
import * as v from 'valibot';
import { answerLimit } from '../../../shared/feedback/answer-text.ts';
import { readableRecord } from '../../../shared/lists/readable.ts';
import type { TextStore } from '../../platform/files.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

const TextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(answerLimit));
/** A draft that cannot be read costs only itself. */
const StoredSchema = v.object({
  version: v.number(),
  items: readableRecord(v.string(), TextSchema),
});

export const replyDraftsForm: FileForm = {
  name: 'reply-drafts',
  limitBytes: 4 * 1024 * 1024,
  version: 1,
  whole: v.object({ ...StoredSchema.entries, items: v.record(v.string(), TextSchema) }),
};

export type ReplyDrafts = Readonly<{
  restore: () => Promise<void>;
  /** Empty if there is none. */
  of: (itemId: string) => string;
  /** An empty text removes the draft. */
  keep: (itemId: string, text: string) => void;
}>;

export type ReplyDraftsDeps = Readonly<{
  store: TextStore;
  /** Whether the item can be replied to; drafts for others are dropped. */
  takesReply: (itemId: string) => boolean;
}>;

export function createReplyDrafts({ store, takesReply }: ReplyDraftsDeps): ReplyDrafts {
  const drafts = new Map<string, string>();
  return {
    restore: async () => {
      const stored = await loadJson(store, StoredSchema);
      // What the member has typed since the start is newer.
      for (const [itemId, draft] of Object.entries(stored?.items ?? {})) {
        if (!drafts.has(itemId)) drafts.set(itemId, draft);
      }
    },
    of: (itemId) => drafts.get(itemId) ?? '',
    keep: (itemId, text) => {
      if (text === '') drafts.delete(itemId);
      else drafts.set(itemId, text);
      const kept = [...drafts].filter(([id]) => takesReply(id));
      const file = { version: 1, items: Object.fromEntries(kept) };
      // The store retries, and the page tells of files that cannot be written.
      void store.save(JSON.stringify(file)).catch(() => undefined);
    },
  };
}
