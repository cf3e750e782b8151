import { feedNoteSentence } from '../../../shared/wording/feeds.ts';
import {
  clockSentence,
  directorySentence,
  remedySentence,
} from '../../../shared/wording/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { isCardOffered } from '../../../shared/status/emergency.ts';
import { call } from '../../app/bridge.ts';
import { AppNotes } from '../../components/AppNotes.tsx';
import { shownByNote } from '../../components/notification-policy/outcome.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Note } from '../../components/Note.tsx';
import { useNow } from '../../app/now.ts';
import type { Go } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';

/** Notes that concern all services: the connection, the document, the desktop. */
export function StatusNotes({ snapshot, go }: Readonly<{ snapshot: Snapshot; go: Go }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { connectivity, coop, historyProblem, services, silentFeeds, policy } = snapshot;
  const { state, clockOffMs } = connectivity;
  return (
    <>
      {clockOffMs !== undefined && <Note>{clockSentence(t, times, clockOffMs)}</Note>}
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
          <Disclosure summary={t('problems.title', { count: coop.problems.length })}>
            <ul>
              {coop.problems.map((problem) => (
                <li key={`${problem.path} ${problem.code}`}>
                  {t('problems.line', { path: problem.path, remedy: remedySentence(t, problem) })}
                </li>
              ))}
            </ul>
          </Disclosure>
        </Note>
      )}
      {!isBlind(connectivity) &&
        silentFeeds.map((one) => (
          <Note key={one.name}>{feedNoteSentence(t, times, one, now)}</Note>
        ))}
      {coop?.emergency && isCardOffered(services, connectivity) && (
        <Note>
          <p>{t('emergency.offer')}</p>
          <button type="button" onClick={() => go({ page: 'emergency' })}>
            {t('page.emergency')}
          </button>
        </Note>
      )}
      {policy.quietReason?.why === 'pause' && (
        <PauseNote untilUtcMs={policy.quietReason.untilUtcMs} now={now} />
      )}
      {historyProblem && historyProblem.code !== 'unavailable' && (
        <Note>
          {t(`history.problem.${historyProblem.code}`, { file: historyProblem.file ?? '' })}
        </Note>
      )}
      <AppNotes snapshot={snapshot} go={go} />
    </>
  );
}

type PauseProps = Readonly<{ untilUtcMs: number | undefined; now: number }>;

function PauseNote({ untilUtcMs, now }: PauseProps) {
  const { t, times } = useWords();
  return (
    <Note>
      <p>
        {untilUtcMs === undefined
          ? t('policy.paused')
          : t('policy.pausedUntil', { time: times.clock(untilUtcMs, now) })}{' '}
        {t('policy.nothingLost')}
      </p>
      <button
        type="button"
        onClick={() => void call('policy.resume', undefined).catch(shownByNote)}
      >
        {t('policy.resume')}
      </button>
    </Note>
  );
}
