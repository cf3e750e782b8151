import { useState } from 'react';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import type { FadingRoom, RoomCopy, RoomFault } from '../../../shared/room-export/state.ts';
import { call } from '../../app/bridge.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { isUnderWay } from './under-way.ts';
import styles from './Rooms.module.css';

type Props = Readonly<{
  room: FadingRoom;
  canStart: boolean;
  /** The id of the text that says why not. */
  whyId: string;
  /** Whether another room is being copied. */
  waitsFor: boolean;
}>;

/** Starts, shows and resumes the export of a room. */
export function Copy({ room, canStart, whyId, waitsFor }: Props) {
  const words = useWords();
  const { t } = words;
  const [refused, setRefused] = useState<RoomFault>();
  const { copy } = room;
  const start = async () => {
    setRefused(undefined);
    const outcome = await call('roomExport.export', { room: room.room }).catch(
      () => 'internal' as const,
    );
    if (outcome !== 'started' && outcome !== 'cancelled' && outcome !== 'busy') setRefused(outcome);
  };
  /** Names the room, since each has the same buttons. */
  const label = (word: string) => t('rooms.button', { word, name: room.name });
  const underWay = copy && isUnderWay(copy.at);
  const fault = refused ?? copy?.fault;
  return (
    <>
      <div className={styles.copy}>
        {underWay && (
          // Indeterminate: the total number of messages is unknown.
          <progress
            className={styles.progress}
            aria-label={t('rooms.copying', { name: room.name })}
          />
        )}
        {copy && <span>{copyLine(words, copy)}</span>}
        {underWay ? (
          <button type="button" onClick={() => void call('roomExport.cancel', undefined)}>
            {t('rooms.stop')}
          </button>
        ) : (
          <button
            type="button"
            aria-disabled={!canStart}
            aria-label={label(t(startWord(copy)))}
            aria-describedby={canStart ? undefined : whyId}
            onClick={() => {
              if (canStart) void start();
            }}
          >
            {t(startWord(copy))}
          </button>
        )}
        {copy && (
          <button
            type="button"
            aria-label={label(t('rooms.show'))}
            onClick={() => void call('roomExport.show', { room: room.room })}
          >
            {t('rooms.show')}
          </button>
        )}
        {waitsFor && <span className="quiet">{t('rooms.busy')}</span>}
      </div>
      <p className="quiet" aria-live="polite">
        {copy && t(`rooms.at.${copy.at}`)}
      </p>
      {copy?.unreadable !== undefined && (
        <p className="quiet">{t('rooms.unreadable', { count: copy.unreadable })}</p>
      )}
      {fault && <p className={styles.trouble}>{t(`rooms.fault.${fault}`)}</p>}
    </>
  );
}

/** “12,000 messages so far, back to 3 Mar 2026” */
function copyLine({ t, times }: Words, { at, events, oldestUtcMs, folder }: RoomCopy): string {
  if (at === 'finished') return t('rooms.finished', { events, folder });
  if (oldestUtcMs === undefined) return t('rooms.soFar', { events });
  return t('rooms.soFar.back', { events, date: times.date(oldestUtcMs) });
}

function canResume(copy: RoomCopy | undefined): boolean {
  return copy?.at === 'stopped' || copy?.at === 'failed';
}

function startWord(copy: RoomCopy | undefined): MessageKey {
  return canResume(copy) ? 'rooms.goOn' : copy ? 'rooms.again' : 'rooms.save';
}
