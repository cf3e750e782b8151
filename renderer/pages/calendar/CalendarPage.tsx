import { CalendarDays } from 'lucide-react';
import type { CalendarState, CalendarView } from '../../../shared/calendar/state.ts';
import { isStale } from '../../../shared/calendar/state.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { NotedEvents } from '../../components/notes/EventNotes.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import styles from './CalendarPage.module.css';
import { CalendarFaults, CalendarProblems } from './CalendarProblems.tsx';
import { useCalendar } from './calendar-state.ts';
import { MyAddresses } from './MyAddresses.tsx';
import { AwaitedAddresses, OwnCalendars } from './OwnCalendars.tsx';
import { Reminders } from './Reminders.tsx';
import { Week } from './Week.tsx';

export function CalendarPage({ snapshot, coop }: PageProps<'calendar'>) {
  const offline = isBlind(snapshot.connectivity);
  return (
    <NotedEvents value={hasSection(coop, 'meetings') ? (snapshot.meetings ?? []) : []}>
      <Retriable>{(onRetry) => <Loaded offline={offline} onRetry={onRetry} />}</Retriable>
    </NotedEvents>
  );
}

function Loaded({ offline, onRetry }: Readonly<{ offline: boolean; onRetry: () => void }>) {
  const { t } = useWords();
  const state = useCalendar();
  if (typeof state === 'object') return <Calendar state={state} offline={offline} />;
  return (
    <>
      <PageHeader title={t('page.calendar')} />
      {state === 'failed' ? <Failed text={t('calendar.failed')} onRetry={onRetry} /> : <Loading />}
    </>
  );
}

/** The others wait for an address. */
const isReadable = ({ isPrivate, host }: CalendarView) => !isPrivate || host !== undefined;

function Calendar({ state, offline }: Readonly<{ state: CalendarState; offline: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { calendars } = state;
  const readAt = calendars.flatMap(({ readAtUtcMs }) => readAtUtcMs ?? []);
  const readNow = () => void call('calendar.readNow', undefined);
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('page.calendar')}
        lead={
          readAt.length > 0 && t('calendar.asOf', { time: times.clock(Math.min(...readAt), now) })
        }
        actions={
          <button type="button" aria-disabled={state.isReading} onClick={readNow}>
            {t(state.isReading ? 'menu.checking' : 'menu.checkNow')}
          </button>
        }
      />
      {offline && <Note>{t('calendar.offline')}</Note>}
      <CalendarProblems calendars={calendars} onRetry={readNow} />
      <Meetings state={state} />
      <AwaitedAddresses calendars={calendars} />
      <CalendarFaults calendars={calendars} />
      <Reminders calendars={calendars} />
      <OwnCalendars calendars={calendars} />
      <MyAddresses addresses={state.myAddresses} />
    </div>
  );
}

/** “Nothing” is said only of calendars that are all known, and as new as today. */
function Meetings({ state: { calendars, days, isReading } }: Readonly<{ state: CalendarState }>) {
  const { t } = useWords();
  const now = useNow();
  const read = calendars.filter(isReadable);
  if (read.length === 0) return <EmptyState icon={CalendarDays} text={t('calendar.noAddress')} />;
  if (days.length === 0 && isReading) return <Loading />;
  const isKnown = read.every(({ readAtUtcMs }) => !isStale(readAtUtcMs, now));
  if (days.some(({ rows }) => rows.length > 0)) return <Week days={days} isKnown={isKnown} />;
  if (isKnown) return <EmptyState icon={CalendarDays} text={t('calendar.empty')} />;
  return <p>{t('calendar.unknown')}</p>;
}
