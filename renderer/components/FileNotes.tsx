import type { FileTrouble } from '../../shared/kept-files.ts';
import { useWords } from '../app/words.ts';
import { Note } from './Note.tsx';

/** Faults of the app's own files, with their paths. */
export function FileNotes({
  troubles = [],
}: Readonly<{ troubles: readonly FileTrouble[] | undefined }>) {
  const { t } = useWords();
  return troubles.map(({ of, fault, path }) => (
    <Note key={`${of} ${fault}`}>{t(`files.${fault}`, { what: t(`files.of.${of}`), path })}</Note>
  ));
}
