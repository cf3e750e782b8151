import { ExternalLink } from 'lucide-react';
import type { RoomView } from '../../../shared/coop/room-view.ts';
import { digitsOf } from '../../../shared/coop/emergency.ts';
import { roomSoftware } from '../../../shared/coop/rooms.ts';
import { isFresh } from '../../../shared/rooms/presence.ts';
import type { Presence } from '../../../shared/rooms/presence.ts';
import { isAway } from '../../../shared/status/offers.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Offers } from '../../components/Offers.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { CopyButton, PhoneWay } from '../../components/Ways.tsx';
import { usePresence } from './use-presence.ts';
import styles from './Rooms.module.css';

type Props = Readonly<{
  rooms: readonly RoomView[];
  services: readonly ServiceView[];
  /** Selects a server of the echo test; absent while there is none to select. */
  onTest: ((instanceId: string) => void) | undefined;
}>;

/** Where members meet for calls. */
export function Rooms({ rooms, services, onTest }: Props) {
  const { t } = useWords();
  const presences = usePresence(rooms.some(({ hasPresence }) => hasPresence));
  return (
    <section aria-labelledby="call-rooms">
      <h2 id="call-rooms" className={styles.title}>
        {t('callRooms.title')}
      </h2>
      <ul className={`card ${styles.rooms}`}>
        {rooms.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            server={services.find(({ id }) => id === room.serviceId)}
            presence={presences.find(({ roomId }) => roomId === room.id)}
            onTest={onTest}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = Readonly<{
  room: RoomView;
  server: ServiceView | undefined;
  presence: Presence | undefined;
  onTest: Props['onTest'];
}>;

function RoomRow({ room, server, presence, onTest }: RowProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { id, name, host, instanceId, phone } = room;
  const isServerAway = server !== undefined && isAway(server.verdict);
  return (
    <li className={styles.room}>
      <div className={styles.words}>
        <h3>
          <DocumentText>{name}</DocumentText>
        </h3>
        {host !== undefined && (
          <p className="quiet small">
            {room.kind !== 'other' && `${roomSoftware[room.kind]} · `}
            <bdi dir="ltr">{host}</bdi>
          </p>
        )}
        {server && <ServerLine server={server} />}
        {presence && isFresh(presence, now) && <p>{insideText({ t, times }, presence, now)}</p>}
      </div>
      <div className={styles.ways}>
        {server && <Offers view={phone ? withoutNumber(server, phone.number) : server} />}
        {host !== undefined && (
          <div className="row">
            <button
              type="button"
              className={isServerAway ? 'ghost' : undefined}
              aria-label={t('callRooms.joinName', { name })}
              onClick={() => void call('link.open', { roomId: id, which: 'page' })}
            >
              {t('callRooms.join')}
              <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
            {instanceId !== undefined && onTest && !isServerAway && (
              <button
                type="button"
                className="ghost"
                aria-label={t('callRooms.testName', { name })}
                onClick={() => onTest(instanceId)}
              >
                {t('callRooms.test')}
              </button>
            )}
            <CopyButton
              of={{ roomId: id, which: 'page' }}
              label={t('callRooms.copyAddress', { name })}
              text={t('callRooms.copy')}
              className="ghost"
            />
          </div>
        )}
        {phone && <PhoneLine roomId={id} name={name} phone={phone} />}
      </div>
    </li>
  );
}

/** The number of the room itself stands below, with its PIN: to read it twice would make one look for a difference. */
function withoutNumber(server: ServiceView, number: string): ServiceView {
  const { instead, ...others } = server;
  const isSame =
    instead !== undefined && !instead.hasPage && digitsOf(instead.name).includes(digitsOf(number));
  return isSame ? others : server;
}

function ServerLine({ server: { verdict } }: Readonly<{ server: ServiceView }>) {
  const { t } = useWords();
  return (
    <p className={styles.server}>
      <StateIcon verdict={verdict} />
      {t('callRooms.server', { verdict: t(`verdict.${verdict}`) })}
    </p>
  );
}

function insideText({ t, times }: Pick<Words, 't' | 'times'>, presence: Presence, now: number) {
  const { participants: count, atUtcMs } = presence;
  return t('callRooms.inside', { count, time: times.clock(atUtcMs, now) });
}

type PhoneLineProps = Readonly<{
  roomId: string;
  name: string;
  phone: NonNullable<RoomView['phone']>;
}>;

function PhoneLine({ roomId, name, phone: { number, pin } }: PhoneLineProps) {
  const { t } = useWords();
  return (
    <PhoneWay
      number={number}
      label={t('callRooms.callName', { name })}
      of={{ roomId, which: 'phone' }}
      pin={
        pin === undefined
          ? undefined
          : {
              text: `${t('callRooms.pin')} ${pin}`,
              copy: (
                <CopyButton
                  of={{ roomId, which: 'pin' }}
                  label={t('callRooms.copyPinValue', { pin })}
                  text={t('callRooms.copyPin')}
                />
              ),
            }
      }
    />
  );
}
