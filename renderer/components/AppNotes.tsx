import type { Snapshot } from '../../shared/snapshot.ts';
import { useWords } from '../app/words.ts';
import { FileNotes } from './FileNotes.tsx';
import { Note } from './Note.tsx';

type Props = Readonly<{
  snapshot: Pick<Snapshot, 'fileTroubles' | 'trayAvailable' | 'noticesShown'>;
}>;

/** What keeps the app from doing its work: its own files, or what the desktop lacks. */
export function AppNotes({ snapshot: { fileTroubles, trayAvailable, noticesShown } }: Props) {
  const { t } = useWords();
  return (
    <>
      <FileNotes troubles={fileTroubles} />
      {!trayAvailable && <Note>{t('tray.missing')}</Note>}
      {!noticesShown && <Note>{t('notify.waiting')}</Note>}
    </>
  );
}
