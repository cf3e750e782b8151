import { fadingSentence, retentionSentence } from '../../../shared/wording/room-export.ts';
import type { FadingRoom, RoomsState } from '../../../shared/room-export/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Copy } from './Copy.tsx';
import { useRooms } from './rooms-state.ts';
import { isUnderWay } from './under-way.ts';
import styles from './Rooms.module.css';

/** Renders nothing if the document names no room whose messages expire. */
export function Rooms() {
  const { t } = useWords();
  const state = useRooms();
  if (state === 'failed') return <p className="quiet">{t('rooms.failed')}</p>;
  return state && state.rooms.length > 0 ? <RoomList state={state} /> : null;
}

/** Rooms that delete old messages, in the order of the next deletion. */
export function RoomList({ state }: Readonly<{ state: RoomsState }>) {
  const { t } = useWords();
  const { rooms, signedIn } = state;
  const busy = rooms.find(({ copy }) => copy && isUnderWay(copy.at))?.room;
  return (
    <section className={styles.section} aria-labelledby="rooms-title">
      <h2 id="rooms-title">{t('rooms.title')}</h2>
      <p className="quiet">{t(signedIn ? 'rooms.explain' : 'rooms.signedOut')}</p>
      <ul className={styles.list}>
        {rooms.map((room) => (
          <Room key={room.room} room={room} signedIn={signedIn} busy={busy} />
        ))}
      </ul>
    </section>
  );
}

type RoomProps = Readonly<{ room: FadingRoom; signedIn: boolean; busy: string | undefined }>;

function Room({ room, signedIn, busy }: RoomProps) {
  const { t, times } = useWords();
  const now = useNow();
  const fading = fadingSentence(t, times, room);
  const isNoRetention = room.keepDays === undefined && room.rhythm === undefined;
  return (
    <li className={styles.room}>
      <h3>
        <bdi>{room.name}</bdi>
      </h3>
      <p>{retentionSentence(t, times, room, now)}</p>
      {fading && <p className="quiet">{fading}</p>}
      {room.archived && !isNoRetention && <p className="quiet">{t('rooms.archived')}</p>}
      {signedIn && room.joined === false && <p className="quiet">{t('rooms.notIn')}</p>}
      <Copy
        room={room}
        canStart={signedIn && room.joined !== false && busy === undefined}
        waitsFor={busy !== undefined && busy !== room.room}
      />
    </li>
  );
}
