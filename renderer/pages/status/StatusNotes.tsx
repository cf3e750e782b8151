import { directorySentence } from '../../../shared/i18n/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { Note } from '../../components/Note.tsx';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';

/** What concerns all services at once: our own line, the document, the desktop. */
export function StatusNotes({ snapshot }: Readonly<{ snapshot: Snapshot }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { connectivity, coop, historyProblem, trayAvailable } = snapshot;
  const { state } = connectivity;
  return (
    <>
      {(state === 'offline' || state === 'captive' || state === 'waking') && (
        <Note>{t(`${state}.explain`)}</Note>
      )}
      {coop?.error && state !== 'offline' && (
        <Note>
          {t('coop.cached', {
            why: directorySentence(t, coop.error, coop.source),
            time: times.clock(coop.readAtUtcMs, now),
          })}
        </Note>
      )}
      {coop && coop.problems.length > 0 && (
        <Note>
          <details>
            <summary>{t('problems.title', { count: coop.problems.length })}</summary>
            <ul>
              {coop.problems.map((problem) => (
                <li key={problem.path}>
                  {t('problems.line', { path: problem.path, expected: problem.expected })}
                </li>
              ))}
            </ul>
          </details>
        </Note>
      )}
      {historyProblem && historyProblem.code !== 'unavailable' && (
        <Note>
          {t(`history.problem.${historyProblem.code}`, { file: historyProblem.file ?? '' })}
        </Note>
      )}
      {!trayAvailable && <Note>{t('tray.missing')}</Note>}
    </>
  );
}
