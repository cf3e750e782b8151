import type { Snapshot } from '../../shared/snapshot.ts';
import { useWords } from '../app/words.ts';
import { FileNotes } from './FileNotes.tsx';
import type { Go } from '../app/page-props.ts';
import { Note } from './Note.tsx';

type Props = Readonly<{
  snapshot: Pick<Snapshot, 'fileTroubles' | 'trayAvailable' | 'noticesShown' | 'proxyWants'>;
  go: Go;
}>;

/** What keeps the app from doing its work: its own files, or what the desktop lacks. */
export function AppNotes({ snapshot, go }: Props) {
  const { t } = useWords();
  const { fileTroubles, trayAvailable, noticesShown, proxyWants } = snapshot;
  return (
    <>
      {proxyWants !== undefined && (
        <Note>
          <p>{t('proxy.note', { proxy: proxyWants })}</p>
          <button type="button" onClick={() => go({ page: 'settings', proxyLogin: true })}>
            {t('proxy.note.open')}
          </button>
        </Note>
      )}
      <FileNotes troubles={fileTroubles} />
      {!trayAvailable && <Note>{t('tray.missing')}</Note>}
      {!noticesShown && <Note>{t('notify.waiting')}</Note>}
    </>
  );
}
