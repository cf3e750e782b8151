import { ExternalLink } from 'lucide-react';
import { padSoftware } from '../../../shared/coop/meetings.ts';
import type { RegularMeetingView } from '../../../shared/meetings/state.ts';
import { overUtcMs } from '../../../shared/time/open-end.ts';
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

/** The pads of the co-op's meetings, and what their notes begin with. */
export function MeetingNotes() {
  const { t } = useWords();
  return (
    <section aria-labelledby="meeting-notes">
      <h2 id="meeting-notes" className={styles.title}>
        {t('notes.title')}
      </h2>
      <Retriable>{(onRetry) => <Notes onRetry={onRetry} />}</Retriable>
    </section>
  );
}

function Notes({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useMeetings();
  if (state === undefined) return <Loading />;
  if (state === 'failed') return <Failed text={t('notes.failed')} onRetry={onRetry} />;
  return (
    <ul className={`card ${styles.rooms}`}>
      {state.meetings.map((meeting) => (
        <NotesRow key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  );
}

function NotesRow({ meeting }: Readonly<{ meeting: RegularMeetingView }>) {
  const { t } = useWords();
  const { id, name, padKind, occasion, template, archive } = meeting;
  const restricted = archive?.isRestricted ? '.restricted' : '';
  return (
    <li className={styles.room}>
      <div className={styles.words}>
        <h3>
          <DocumentText>{name}</DocumentText>
        </h3>
        <p className="quiet small">{padSoftware[padKind]}</p>
        {occasion && <OccasionLine occasion={occasion} />}
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

type OccasionProps = Readonly<{ occasion: NonNullable<RegularMeetingView['occasion']> }>;

/** When it is, as the calendar has it: the day that the notes are for. */
function OccasionLine({ occasion }: OccasionProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { startUtcMs } = occasion;
  const time = times.clock(startUtcMs, now);
  const over = overUtcMs(occasion);
  if (over <= now) return <p>{t('notes.over', { time: times.clock(over, now) })}</p>;
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
