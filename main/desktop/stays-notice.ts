/** Says once, when the window is first closed, that the app goes on in the tray, and how to end it. */
import * as v from 'valibot';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Notifications } from '../core/notifications/notification.ts';
import type { TextStore } from '../platform/files.ts';
import type { FileForm } from '../platform/profile-file.ts';

export const staysForm: FileForm = {
  name: 'stays-in-tray',
  limitBytes: 1024,
  version: 1,
  whole: v.object({ version: v.number() }),
};

export type StaysNoticeDeps = Readonly<{
  t: Translate;
  store: TextStore;
  notifications: Pick<Notifications, 'show'>;
  open: () => void;
}>;

/**
 * Returns what to call when the member has closed the window and it is hidden. In quiet hours too: it answers what they
 * have just done. Not without a tray icon: other words say so then.
 */
export function createStaysNotice({ t, store, notifications, open }: StaysNoticeDeps): () => void {
  let isTold = false;
  const tell = async () => {
    const text = await store.load().catch(() => undefined);
    // Whatever the file says: it is written only once the member has been told.
    if (text !== undefined) return;
    notifications.show(
      { title: t('notify.stays.title'), body: t('notify.stays.body'), urgent: false },
      { onClick: open },
    );
    await store.save(JSON.stringify({ version: 1 })).catch(() => undefined);
  };
  return () => {
    if (isTold) return;
    isTold = true;
    void tell();
  };
}
