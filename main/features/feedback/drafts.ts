/** Drafts and their pictures, stored in the outbox from the first keystroke. */
import type { Attachment } from '../../../shared/feedback/outbox.ts';
import type { PictureFault } from '../../../shared/feedback/picture.ts';
import { faultOf } from '../../../shared/feedback/picture.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import type { Outbox, Taken } from './outbox.ts';
import { draftOf } from './views.ts';

export type Attached =
  | Readonly<{ attachment: Attachment }>
  | Readonly<{ refused: PictureFault | 'unwritable' }>;

export type Drafts = Readonly<{
  saveDraft: (id: string, draft: Draft) => Promise<Taken>;
  attach: (png: Uint8Array) => Promise<Attached>;
  /** Undefined unless the picture was attached in this run, or an item names it. */
  picture: (id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Replaces an item with a new draft for another destination. Resolves to its id; undefined on failure. */
  redirect: (id: string, destinationId: string) => Promise<string | undefined>;
}>;

export type DraftsDeps = Readonly<{
  outbox: Pick<Outbox, 'items' | 'attach' | 'saveDraft' | 'discard'>;
  readAttachment: (id: string) => Promise<Uint8Array>;
  newId: () => string;
}>;

export function createDrafts({ outbox, readAttachment, newId }: DraftsDeps): Drafts {
  /** Pictures attached in this run: the window requests one before the draft that names it is saved. */
  const attached = new Set<string>();

  const saveDraft = (id: string, draft: Draft) =>
    outbox.saveDraft(id, JSON.stringify(draft), draft.picture ? [draft.picture] : []);

  return {
    saveDraft,
    attach: async (png) => {
      const refused = faultOf(png);
      if (refused) return { refused };
      const named = { name: 'picture.png', mediaType: 'image/png' };
      const attachment = await outbox.attach(png, named).catch(() => undefined);
      if (!attachment) return { refused: 'unwritable' };
      attached.add(attachment.id);
      return { attachment };
    },
    picture: async (id) => {
      const isNamed = outbox.items().some((one) => one.attachments.some((file) => file.id === id));
      if (!isNamed && !attached.has(id)) return undefined;
      const bytes = await readAttachment(id).catch(() => undefined);
      return bytes && Uint8Array.from(bytes);
    },
    redirect: async (id, destinationId) => {
      const draft = draftOf(outbox.items().find((one) => one.id === id));
      if (!draft) return undefined;
      const next = newId();
      // Saves the new one first: discarding the last item that names a file removes the file.
      if ((await saveDraft(next, { ...draft, destinationId })) !== 'taken') return undefined;
      await outbox.discard(id);
      return next;
    },
  };
}
