/** Problems with the app's own files are shown in the window, with their location. */
import { expect, test } from 'vitest';
import { FileNotes } from '../../../renderer/components/FileNotes.tsx';
import type { FileFault } from '../../../shared/kept-files.ts';
import { fileFaults, keptFiles } from '../../../shared/kept-files.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { draw } from './draw.tsx';

test.each<[FileFault, string, string]>([
  ['set-aside', 'Nothing was deleted', 'Rien n’a été supprimé'],
  ['newer', 'comes from a newer Coop Tray', 'vient d’un Coop Tray plus récent'],
  ['unreadable', 'can’t be read', 'lecture impossible'],
  ['unwritable', 'can’t be saved', 'enregistrement impossible'],
])('%s', (fault, english, french) => {
  const troubles = [{ of: 'peace', fault, path: '/home/ana/x.json' }] as const;
  expect(draw(<FileNotes troubles={troubles} />)).toContain(english);
  expect(draw(<FileNotes troubles={troubles} />, 'fr')).toContain(french);
});

test.each(locales)('where it is stands there, unless it stays untouched (%s)', (locale) => {
  for (const of of keptFiles) {
    for (const fault of fileFaults.filter((one) => one !== 'newer')) {
      const text = draw(<FileNotes troubles={[{ of, fault, path: '/home/ana/x.json' }]} />, locale);
      expect(text).toContain('/home/ana/x.json');
    }
  }
});

test('nothing is said while all is well', () => {
  expect(draw(<FileNotes troubles={undefined} />)).toBe('');
});
