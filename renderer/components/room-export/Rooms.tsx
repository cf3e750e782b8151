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

/** Rooms that delete old messages, in the order of the next deletion. */
export function RoomList({ state, shows }: Readonly<{ state: RoomsState }> & RoomsProps) {
  const { t } = useWords();
  const { rooms, signedIn } = state;
  const titleId = useId();
  const explainId = useId();
  const busy = rooms.find(({ copy }) => copy && isUnderWay(copy.at))?.room;
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

function Room({ room, signedIn, busy, explainId }: RoomProps) {
  const whyId = useId();
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
      {signedIn && room.joined === false && (
        <p className="quiet" id={whyId}>
          {t('rooms.notIn')}
        </p>
      )}
      <Copy
        room={room}
        whyId={signedIn ? whyId : explainId}
        canStart={signedIn && room.joined !== false && busy === undefined}
        waitsFor={busy !== undefined && busy !== room.room}
      />
    </li>
  );
}
