import { Acknowledgements } from '../../../../renderer/components/notification-policy/Acknowledgements.tsx';
import { MuteControls } from '../../../../renderer/components/notification-policy/MuteControls.tsx';
import { ShareChoice } from '../../../../renderer/components/notification-policy/ShareChoice.tsx';
import { RoomList } from '../../../../renderer/components/room-export/Rooms.tsx';
import type { ComponentStates } from '../entry.ts';
import { badMorning, dayMs, hourMs, now, services } from '../given.ts';

const nothing = () => undefined;
const place = { name: 'Servers', room: '#servers:maple.example', userId: '@ana:maple.example' };
const room = (name: string) => ({
  room: `#${name}:maple.example`,
  name,
  keepDays: 90,
  rhythm: 'weekly' as const,
  lastPurgeUtcMs: now - 2 * dayMs,
  nextPurgeUtcMs: now + 5 * dayMs,
  archived: false,
  joined: true,
});

export const states: ComponentStates = {
  mute: () =>
    [
      ...badMorning.slice(1, 3),
      ...services({ chat: { muted: { sinceUtcMs: now, untilUtcMs: now + hourMs } } }).slice(0, 1),
    ].map((view) => (
      <div key={view.id}>
        <MuteControls view={view} />
        <Acknowledgements view={view} />
      </div>
    )),
  share: () => (
    <>
      <ShareChoice place={place} share={false} onChoose={nothing} />
      <ShareChoice place="signed-out" share={false} onChoose={nothing} />
    </>
  ),
  rooms: () => (
    <RoomList
      shows={() => true}
      state={{
        signedIn: true,
        rooms: [
          room('General'),
          {
            ...room('Beta'),
            copy: { at: 'reading', events: 12_000, oldestUtcMs: now - 40 * dayMs, folder: 'Beta' },
          },
          { ...room('Servers'), copy: { at: 'finished', events: 300, folder: 'Servers' } },
          { ...room('Kitchen'), joined: false },
        ],
      }}
    />
  ),
};
