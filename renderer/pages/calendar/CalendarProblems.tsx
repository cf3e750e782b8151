import type { CalendarView } from '../../../shared/calendar/state.ts';
import { isStale } from '../../../shared/calendar/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Note } from '../../components/Note.tsx';

type Props = Readonly<{ calendars: readonly CalendarView[] }>;

/** Which calendars could not be read, why and since when, and which have not been read for too long. */
export function CalendarProblems({
  calendars,
  onRetry,
}: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const now = useNow();
  return calendars.map((calendar) => {
    const { id, name, problem, readAtUtcMs } = calendar;
    const isOld = readAtUtcMs !== undefined && isStale(readAtUtcMs, now);
    if (!problem && !isOld) return undefined;
    return (
      <Note key={id}>
        {problem && (
          <Problem name={name} problem={problem} readAtUtcMs={isOld ? undefined : readAtUtcMs} />
        )}
        {isOld && <Stale name={name} readAtUtcMs={readAtUtcMs} />}
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      </Note>
    );
  });
}

type ProblemProps = Readonly<{
  name: string;
  problem: NonNullable<CalendarView['problem']>;
  /** Of a copy that is not told to be old. */
  readAtUtcMs: number | undefined;
}>;

function Problem({ name, problem, readAtUtcMs }: ProblemProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { code, status = 0, sinceUtcMs } = problem;
  const why = t(`calendar.problem.${code}`, { status });
  return (
    <p>
      {t('calendar.problem', { name, time: times.clock(sinceUtcMs, now), why })}{' '}
      {readAtUtcMs !== undefined &&
        t('calendar.problem.old', { time: times.clock(readAtUtcMs, now) })}
    </p>
  );
}

function Stale({ name, readAtUtcMs }: Readonly<{ name: string; readAtUtcMs: number }>) {
  const { t, times } = useWords();
  const now = useNow();
  return <p>{t('calendar.stale', { name, time: times.clock(readAtUtcMs, now) })}</p>;
}

/** Parts that could not be read: for those who keep the calendar, and for members who miss a meeting. */
export function CalendarFaults({ calendars }: Props) {
  const { t } = useWords();
  return calendars.map(({ id, name, faults, wasCut }) => {
    if (faults.length === 0 && !wasCut) return undefined;
    const count = faults.reduce((sum, one) => sum + one.count, wasCut ? 1 : 0);
    return (
      <Disclosure key={id} summary={t('calendar.faults', { count, name })}>
        <ul>
          {faults.map(({ code, count: times, example }) => {
            const what = t(`calendar.fault.${code}`, { count: times });
            return (
              <li key={code}>
                {example === undefined ? what : t('calendar.fault.example', { what, example })}
              </li>
            );
          })}
          {wasCut && <li>{t('calendar.cut')}</li>}
        </ul>
      </Disclosure>
    );
  });
}
