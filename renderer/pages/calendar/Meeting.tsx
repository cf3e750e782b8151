import type { Row } from '../../../shared/calendar/state.ts';
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EventNotes } from '../../components/notes/EventNotes.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Said } from '../../components/Said.tsx';
import styles from './Meeting.module.css';

export function Meeting({ row }: Readonly<{ row: Row }>) {
  const { t, times } = useWords();
  const { places } = row;
  const title = titleOf(t, row);
  const details = [...row.calendars, row.location, places[0]?.name];
  return (
    <li className={styles.meeting}>
      <p className={`figures ${styles.time}`}>{timeOf(t, times, row)}</p>
      <div className={styles.words}>
        <p className={styles.title}>
          <bdi>{title}</bdi> <Answer row={row} />
        </p>
        <p className="quiet small">
          {[...new Set(details)].map(
            (text) =>
              text !== undefined && (
                <bdi key={text} className={styles.detail}>
                  {text}
                </bdi>
              ),
          )}
        </p>
        {places.length > 1 && <OtherPlaces row={row} title={title} />}
      </div>
      <div className="row">
        {places[0] && <JoinButton row={row} title={title} place={places[0].name} />}
        <EventNotes id={row.id} />
      </div>
    </li>
  );
}

function titleOf(t: Translate, { title, isPrivate }: Row): string {
  if (isPrivate) return t('calendar.busy');
  return title === '' ? t('calendar.untitled') : title;
}

function timeOf(t: Translate, times: Times, { from, to, isAllDay }: Row): string {
  if (from !== undefined && to !== undefined)
    return t('calendar.between', { from: times.timeOfDay(from), to: times.timeOfDay(to) });
  if (from !== undefined) return t('calendar.from', { time: times.timeOfDay(from) });
  // One that neither begins nor ends on this day fills it.
  if (isAllDay || to === undefined) return t('calendar.allDay');
  return t('calendar.until', { time: times.timeOfDay(to) });
}

function Answer({ row: { isDeclined, isTentative } }: Readonly<{ row: Row }>) {
  const { t } = useWords();
  if (isDeclined) return <Pill tone="unknown">{t('calendar.declined')}</Pill>;
  return isTentative ? <Pill tone="unknown">{t('calendar.tentative')}</Pill> : undefined;
}

type JoinProps = Readonly<{ row: Row; title: string; place: string }>;

function JoinButton({ row: { id, isDeclined }, title, place }: JoinProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={isDeclined ? 'ghost' : undefined}
      aria-label={t('calendar.join.at', { title, place })}
      onClick={() => void call('calendar.join', { id, place: 0 })}
    >
      {t('calendar.join')}
    </button>
  );
}

/** A meeting may name several: the likeliest is not always the right one. */
function OtherPlaces({ row: { id, places }, title }: Readonly<{ row: Row; title: string }>) {
  const { t } = useWords();
  return (
    <Disclosure
      className={styles.others}
      summary={<Said words={[t('calendar.others.of', { title })]}>{t('calendar.others')}</Said>}
    >
      <ul className="row">
        {places.slice(1).map(({ name }, index) => (
          <li key={`${index} ${name}`}>
            <button
              type="button"
              className="ghost"
              aria-label={t('calendar.join.at', { title, place: name })}
              onClick={() => void call('calendar.join', { id, place: index + 1 })}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
