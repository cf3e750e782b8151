/** A room of announcements, and the app that reads it. */
import { createAnnouncementsFile } from '../../../main/features/announcements/file.ts';
import type { AnnouncementNews } from '../../../main/features/announcements/index.ts';
import { createAnnouncements } from '../../../main/features/announcements/index.ts';
import { reportType } from '../../../shared/announcements/report.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

export const startUtcMs = Date.UTC(2026, 10, 24, 14);
let number = 0;
export function event(sender: string, type: string, content: object, more: object = {}): RoomEvent {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!news',
    sender,
    type,
    content: content as RoomEvent['content'],
    sentUtcMs: startUtcMs - 100_000 + number,
    ...more,
  };
}
export const say = (sender: string, body: unknown, relation?: object) =>
  event(sender, 'm.room.message', {
    msgtype: 'm.text',
    body,
    ...(relation ? { 'm.relates_to': relation } : {}),
  });
export const report = (state: string, sender = '@sam:coop') =>
  event(sender, reportType, { v: 1, service: 'pads', state, text: 'Disk' });

export function world() {
  const events: RoomEvent[] = [];
  let text: string | undefined;
  let down = false;
  let isIn = true;
  let isClockProven = true;
  const reach = <T>(answer: T) =>
    down ? Promise.reject(new Error('unreachable')) : Promise.resolve(answer);
  const powersAsked: string[] = [];
  return {
    events,
    powersAsked,
    setDown: (next: boolean) => (down = next),
    setIn: (next: boolean) => (isIn = next),
    isIn: () => isIn,
    setClockProven: (next: boolean) => (isClockProven = next),
    start: (room: string | undefined = '#news:coop') => {
      const clock = fakeClock(startUtcMs);
      const news: AnnouncementNews[] = [];
      const announcements = createAnnouncements({
        isClockProven: () => isClockProven,
        clock,
        file: createAnnouncementsFile({
          load: () => Promise.resolve(text),
          save: (next) => Promise.resolve(void (text = next)),
        }),
        reader: () => ({
          userId: '@ana:coop',
          find: () => reach(isIn ? '!news' : undefined),
          enter: async () => {
            const roomId = await reach('!news');
            isIn = true;
            return roomId;
          },
          recent: () =>
            Promise.resolve({ events: events.toReversed().slice(0, 50), unreadable: 0 }),
          powerOf: (_room, userId) => {
            powersAsked.push(userId);
            return Promise.resolve(userId === '@sam:coop' ? 50 : 0);
          },
        }),
        onNews: (some) => news.push(some),
        onChange: () => undefined,
      });
      announcements.setRoom(room);
      return { clock, news, announcements };
    },
  };
}
export const started = async (room: ReturnType<typeof world>) => {
  const all = room.start();
  await all.announcements.restore();
  await all.clock.pass(0);
  await all.clock.pass(0);
  return all;
};
export const texts = (all: Awaited<ReturnType<typeof started>>) =>
  all.announcements.state().announcements.map(({ text }) => text);
