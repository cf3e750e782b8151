import type { FileTrouble } from '../../shared/kept-files.ts';
import { useWords } from '../app/words.ts';
import { Note } from './Note.tsx';

/** What is wrong with the app's own files, and where they are. */
export function FileNotes({
  troubles = [],
}: Readonly<{ troubles: readonly FileTrouble[] | undefined }>) {
  const { t } = useWords();
  return troubles.map(({ of, fault, path }) => (
    <Note key={`${of} ${fault}`}>{t(`files.${fault}`, { what: t(`files.of.${of}`), path })}</Note>
  ));
}
