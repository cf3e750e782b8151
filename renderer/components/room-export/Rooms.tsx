import { useId } from 'react';
import { fadingSentence, retentionSentence } from '../../../shared/wording/room-export.ts';
import type { FadingRoom, RoomsState } from '../../../shared/room-export/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../DocumentText.tsx';
import { Copy } from './Copy.tsx';
import { useRooms } from './rooms-state.ts';
import { isUnderWay } from './under-way.ts';
import styles from './Rooms.module.css';

type RoomsProps = Readonly<{ shows: (room: FadingRoom) => boolean }>;

/** Renders nothing if there is no such room. */
export function Rooms({ shows }: RoomsProps) {
  const { t } = useWords();
  const state = useRooms();
  if (state === 'failed') return <p className="quiet">{t('rooms.failed')}</p>;
  return state?.rooms.some(shows) ? <RoomList state={state} shows={shows} /> : null;
}

/** The same for rooms that lose messages within days: only what is to be done. */
export function RoomsSoon({ shows }: RoomsProps) {
  const state = useRooms();
  // The list of the other rooms says that they could not be loaded.
  if (!state || state === 'failed' || !state.rooms.some(shows)) return null;
  return <RoomsSoonList state={state} shows={shows} />;
}

function RoomsSoonList({ state, shows }: Readonly<{ state: RoomsState }> & RoomsProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { rooms, signedIn } = state;
  const titleId = useId();
  const explainId = useId();
  const busy = busyIn(rooms);
  return (
    <section className={`card ${styles.soon}`} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('rooms.soon')}</h2>
      {!signedIn && (
        <p className="quiet" id={explainId}>
          {t('rooms.signedOut')}
        </p>
      )}
      <ul>
        {rooms.filter(shows).map((room) => (
          <li key={room.room} className={styles.line}>
            <p>
              <strong>
                <DocumentText>{room.name}</DocumentText>
              </strong>{' '}
              · {retentionSentence(t, times, room, now)}
            </p>
            <RoomCopyOf room={room} signedIn={signedIn} busy={busy} explainId={explainId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function busyIn(rooms: RoomsState['rooms']): string | undefined {
  return rooms.find(({ copy }) => copy && isUnderWay(copy.at))?.room;
}

/** Rooms that delete old messages, in the order of the next deletion. */
export function RoomList({ state, shows }: Readonly<{ state: RoomsState }> & RoomsProps) {
  const { t } = useWords();
  const { rooms, signedIn } = state;
  const titleId = useId();
  const explainId = useId();
  const busy = busyIn(rooms);
  return (
    <section className={`card ${styles.section}`} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId}>{t('rooms.title')}</h2>
        <p className="quiet" id={explainId}>
          {t(signedIn ? 'rooms.explain' : 'rooms.signedOut')}
        </p>
      </div>
      <ul className={styles.list}>
        {rooms.filter(shows).map((room) => (
          <Room key={room.room} room={room} signedIn={signedIn} busy={busy} explainId={explainId} />
        ))}
      </ul>
    </section>
  );
}

type RoomProps = Readonly<{
  room: FadingRoom;
  signedIn: boolean;
  busy: string | undefined;
  explainId: string;
}>;

function Room({ room, ...copying }: RoomProps) {
  const { t, times } = useWords();
  const now = useNow();
  const fading = fadingSentence(t, times, room);
  const isNoRetention = room.keepDays === undefined && room.rhythm === undefined;
  return (
    <li className={styles.room}>
      <h3>
        <DocumentText>{room.name}</DocumentText>
      </h3>
      <p>{retentionSentence(t, times, room, now)}</p>
      {fading && <p className="quiet">{fading}</p>}
      {room.archived && !isNoRetention && <p className="quiet">{t('rooms.archived')}</p>}
      <RoomCopyOf room={room} {...copying} />
    </li>
  );
}

function RoomCopyOf({ room, signedIn, busy, explainId }: RoomProps) {
  const { t } = useWords();
  const whyId = useId();
  const isOutside = signedIn && room.joined === false;
  return (
    <>
      {isOutside && (
        <p className="quiet" id={whyId}>
          {t('rooms.notIn')}
        </p>
      )}
      <Copy
        room={room}
        whyId={isOutside ? whyId : explainId}
        canStart={signedIn && !isOutside && busy === undefined}
        waitsFor={busy !== undefined && busy !== room.room}
      />
    </>
  );
}
