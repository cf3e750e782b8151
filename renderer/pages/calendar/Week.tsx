import type { Day, Row } from '../../../shared/calendar/state.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { Meeting } from './Meeting.tsx';
import styles from './Week.module.css';

/** Rows shown initially of each day. */
const firstRows = 30;

type Props = Readonly<{
  days: readonly Day[];
  /** Whether what is not among them is not planned. */
  isKnown: boolean;
}>;

/** Days on which something is planned, and today. */
export function Week({ days, isKnown }: Props) {
  return days.map(({ date, rows }, index) =>
    index > 0 && rows.length === 0 ? undefined : (
      <OneDay key={date} date={date} rows={rows} index={index} isKnown={isKnown} />
    ),
  );
}

type DayProps = Day & Readonly<{ index: number; isKnown: boolean }>;

function OneDay({ date, rows, index, isKnown }: DayProps) {
  const headingId = `day-${date}`;
  return (
    <section aria-labelledby={headingId} className={styles.day}>
      <h2 id={headingId}>
        <DayName date={date} index={index} />
      </h2>
      {rows.length > 0 && (
        <LongList items={rows} first={firstRows} className={styles.list}>
          {(row: Row) => <Meeting key={row.id} row={row} />}
        </LongList>
      )}
      {index === 0 && <Rest hasAny={rows.length > 0} isKnown={isKnown} />}
    </section>
  );
}

/** What is said of today besides what is planned. */
function Rest({ hasAny, isKnown }: Readonly<{ hasAny: boolean; isKnown: boolean }>) {
  const { t } = useWords();
  if (isKnown && hasAny) return undefined;
  const unknown = hasAny ? 'calendar.today.more' : 'calendar.today.unknown';
  return <p className="quiet">{t(isKnown ? 'calendar.today.none' : unknown)}</p>;
}

function DayName({ date, index }: Readonly<{ date: string; index: number }>) {
  const { t, times } = useWords();
  const day = times.calendarWeekday(date);
  if (index === 0) return t('calendar.today', { day });
  if (index === 1) return t('calendar.tomorrow', { day });
  return <span className="capital">{day}</span>;
}
