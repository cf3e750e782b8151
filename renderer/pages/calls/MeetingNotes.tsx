import { ExternalLink } from 'lucide-react';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import { padSoftware } from '../../../shared/coop/meetings.ts';
import { nextEvent } from '../../../shared/meetings/match.ts';
import type { RegularMeetingView } from '../../../shared/meetings/state.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useMeetings } from '../../components/notes/meetings-state.ts';
import { StartNotes } from '../../components/notes/StartNotes.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import styles from './Rooms.module.css';

/** `undefined` while the calendar is unknown. */
type Props = Readonly<{ events: readonly Meeting[] | undefined }>;

/** The pads of the co-op's meetings, and what their notes begin with. */
export function MeetingNotes({ events }: Props) {
  const { t } = useWords();
  return (
    <section aria-labelledby="meeting-notes">
      <h2 id="meeting-notes" className={styles.title}>
        {t('notes.title')}
      </h2>
      <Retriable>{(onRetry) => <Notes events={events} onRetry={onRetry} />}</Retriable>
    </section>
  );
}

function Notes({ events, onRetry }: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useMeetings();
  if (state === undefined) return <Loading />;
  if (state === 'failed') return <Failed text={t('notes.failed')} onRetry={onRetry} />;
  return (
    <ul className={`card ${styles.rooms}`}>
      {state.meetings.map((meeting) => (
        <NotesRow key={meeting.id} meeting={meeting} events={events} />
      ))}
    </ul>
  );
}

function NotesRow({ meeting, events }: Readonly<{ meeting: RegularMeetingView }> & Props) {
  const { t } = useWords();
  const { id, name, padKind, template, archive } = meeting;
  const restricted = archive?.isRestricted ? '.restricted' : '';
  return (
    <li className={styles.room}>
      <div className={styles.words}>
        <h3>
          <DocumentText>{name}</DocumentText>
        </h3>
        <p className="quiet small">{padSoftware[padKind]}</p>
        <NextLine meeting={meeting} events={events} />
        <ProblemLine template={template} />
      </div>
      <div className={styles.ways}>
        <div className="row">
          {template && <StartNotes meeting={meeting} />}
          <button
            type="button"
            aria-label={t('notes.padName', { name })}
            onClick={() => void call('meetings.openPad', { id })}
          >
            {t('notes.pad')}
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
          {archive && (
            <button
              type="button"
              className="ghost"
              aria-label={t(`notes.archiveName${restricted}`, { name })}
              onClick={() => void call('meetings.openArchive', { id })}
            >
              {t(`notes.archive${restricted}`)}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}

/** When it is, as the calendar has it: the day that the notes are for. */
function NextLine({ meeting, events = [] }: Readonly<{ meeting: RegularMeetingView }> & Props) {
  const { t, times } = useWords();
  const now = useNow();
  const next = nextEvent(meeting, events, now);
  if (!next) return null;
  const { startUtcMs } = next;
  const time = times.clock(startUtcMs, now);
  if (startUtcMs <= now) return <p>{t('notes.now', { time })}</p>;
  const isToday = times.date(startUtcMs) === times.date(now);
  return <p>{t('notes.next', { time: isToday ? time : times.soon(startUtcMs, now) })}</p>;
}

function ProblemLine({ template }: Pick<RegularMeetingView, 'template'>) {
  const { t, times } = useWords();
  const now = useNow();
  if (!template?.problem) return null;
  const { code, status = 0, sinceUtcMs } = template.problem;
  const why = t(`notes.problem.${code}`, { status });
  return (
    <p>
      {t('notes.problem', { time: times.clock(sinceUtcMs, now), why })}{' '}
      {template.readAtUtcMs !== undefined &&
        t('notes.problem.old', { time: times.clock(template.readAtUtcMs, now) })}
    </p>
  );
}
