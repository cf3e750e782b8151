/** Acknowledgements of others in their room, with a scripted server. */
import { expect, test } from 'vitest';
import { createPeerAcknowledgements } from '../../../main/features/acknowledgements/peer-acknowledgements.ts';
import { contactNames } from '../../../shared/coop/contact-account.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { ackField } from '../../../shared/acknowledgements/message.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';
import { fakeClock } from '../clock.ts';

const startUtcMs = Date.UTC(2026, 10, 24, 14);
const minute = 60_000;
const pads = serviceView('pads', { name: 'Pads', verdict: 'down', sinceUtcMs: startUtcMs });
let number = 0;
function seen(sender: string, note: string, more: Partial<RoomEvent> = {}): RoomEvent {
  number += 1;
  const atUtc = new Date(more.sentUtcMs ?? startUtcMs).toISOString();
  const field = { v: 1, service: 'pads', state: 'seen', sinceUtc: atUtc, atUtc, note };
  return {
    eventId: `$${number}`,
    roomId: '!servers',
    sender,
    type: 'm.room.message',
    content: { body: note, [ackField]: field },
    sentUtcMs: startUtcMs,
    ...more,
  };
}

function world(events: RoomEvent[] = []) {
  const clock = fakeClock(startUtcMs);
  const it = {
    userId: '@ada:coop',
    isDown: false,
    isIn: true,
    isClockProven: true,
    lost: 0,
    signedIn: true,
    asked: 0,
    changes: 0,
    stale: new Map<string, number>(),
  };
  const others = createPeerAcknowledgements({
    clock,
    isClockProven: () => it.isClockProven,
    reader: () =>
      it.signedIn
        ? {
            userId: it.userId,
            find: () => {
              it.asked += 1;
              return it.isDown
                ? Promise.reject(new Error('unreachable'))
                : Promise.resolve(it.isIn ? '!servers' : undefined);
            },
            recent: () => Promise.resolve({ events: events.toReversed(), unreadable: it.lost }),
          }
        : undefined,
    staleBefore: () => it.stale,
    onChange: () => (it.changes += 1),
  });
  return { clock, it, others, events };
}
const notes = ({ others }: ReturnType<typeof world>) =>
  others.seenBy(pads).map(({ by, note }) => `${by}: ${note}`);

test('what was said before is found, and what is said later heard, in that room only', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  expect([room.others.rooms(), notes(room)]).toEqual([['!servers'], ['sam: Disk']]);
  room.others.hear(seen('@eve:coop', 'Ha', { roomId: '!elsewhere' }));
  room.others.hear(seen('@el:coop', 'Restarting'));
  await room.clock.pass(0);
  expect(notes(room)).toEqual(['sam: Disk', 'el: Restarting']);
});

test('people are called as the co-op document calls them, and nobody else is', async () => {
  const room = world([
    seen('@sam:coop', 'Disk'),
    seen('@r2:coop', 'Fans', { senderName: 'robbie' }),
    seen('@eve:coop', 'Ha', { senderName: 'Samira' }),
  ]);
  const people = contactNames([
    { name: 'Samira', url: 'https://matrix.to/#/@sam:coop' },
    { name: 'Robin', url: 'https://matrix.to/#/@R2:coop' },
    { name: 'The noticeboard' },
  ]);
  room.others.setRoom('#servers:coop', people);
  await room.clock.pass(0);
  expect(notes(room)).toEqual(['Samira (sam): Disk', 'Robin: Fans', 'Samira (eve): Ha']);
});

test('what is said while the clock shows 1976 is not thrown away', async () => {
  const fallMs = startUtcMs - Date.UTC(1976, 3, 1);
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  room.it.isClockProven = false;
  room.clock.jump(-fallMs);
  room.others.hear(seen('@el:coop', 'Restarting'));
  await room.clock.pass(1000);
  expect(notes(room)).toEqual(['sam: Disk', 'el: Restarting']);
  room.clock.jump(fallMs);
  expect(notes(room)).toEqual(['sam: Disk', 'el: Restarting']);
});

test('nobody is asked while the document names no room, or nobody is signed in', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.ask();
  room.it.signedIn = false;
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  expect([room.it.asked, room.clock.timers(), room.others.rooms()]).toEqual([0, 0, []]);
});

test('who is not in the room hears nothing of it until they are', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.it.isIn = false;
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  expect([notes(room), room.others.rooms()]).toEqual([[], []]);
  room.it.isIn = true;
  room.others.ask();
  await room.clock.pass(0);
  expect([notes(room), room.others.rooms()]).toEqual([['sam: Disk'], ['!servers']]);
});

test('whoever has left the room keeps nothing of it, and hears it again once they are back', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  room.it.isIn = false;
  room.others.ask();
  await room.clock.pass(0);
  expect([notes(room), room.others.rooms()]).toEqual([[], []]);
  room.it.isIn = true;
  await room.clock.pass(15 * minute);
  expect([notes(room), room.others.rooms()]).toEqual([['sam: Disk'], ['!servers']]);
});

test('a room that cannot be read is asked again, and once it can is told', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.it.isDown = true;
  room.others.setRoom('#servers:coop');
  await room.clock.pass(minute);
  expect([notes(room), room.it.asked]).toEqual([[], 1]);
  room.it.isDown = false;
  await room.clock.pass(15 * minute);
  expect(notes(room)).toEqual(['sam: Disk']);
});

test('what the room no longer tells was taken back; what is older than it tells of stays', async () => {
  const old = seen('@sam:coop', 'Disk', { sentUtcMs: startUtcMs - minute });
  const room = world([old, seen('@el:coop', 'Restarting')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  room.events.splice(0, 2, seen('@ana:coop', 'Also'));
  room.others.ask();
  await room.clock.pass(0);
  expect(notes(room)).toEqual(['ana: Also', 'sam: Disk']);
});

test('it is over after a day, and that is told without anything else happening', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  const before = room.it.changes;
  await room.clock.pass(24 * 60 * minute);
  expect([room.it.changes, notes(room), room.clock.timers()]).toEqual([before + 1, [], 0]);
});

test('once the service was well, it is about a trouble that is over', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(minute);
  room.it.stale.set('pads', room.clock.nowUtcMs());
  expect(notes(room)).toEqual([]);
  room.others.ask();
  await room.clock.pass(0);
  expect(notes(room)).toEqual([]);
});

test('whoever signs out hears no more of it, and another room is another one', async () => {
  const room = world([seen('@sam:coop', 'Disk')]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  room.it.signedIn = false;
  room.others.ask();
  room.it.signedIn = true;
  expect([notes(room), room.others.rooms()]).toEqual([[], []]);
  room.others.ask();
  await room.clock.pass(0);
  room.others.setRoom(undefined);
  await room.clock.pass(0);
  expect([notes(room), room.others.rooms(), room.clock.timers()]).toEqual([[], [], 0]);
});

test('what cannot be read is said, with the room that it is in, beside a trouble and nowhere else', async () => {
  const odd = seen('@el:coop', 'x'.repeat(1000));
  const room = world([seen('@sam:coop', 'Disk'), odd]);
  room.it.lost = 1;
  const unread = (verdict: ServiceView['verdict'] = 'down') =>
    room.others.unreadNotes({ ...pads, verdict });
  expect(unread()).toBeUndefined();
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  expect([notes(room), unread()]).toEqual([['sam: Disk'], { count: 2, room: '#servers:coop' }]);
  expect(unread('up')).toBeUndefined();
  room.others.hear(seen('@el:coop', '', { type: 'm.room.redaction', redacts: odd.eventId }));
  await room.clock.pass(0);
  expect(unread()?.count).toBe(1);
  room.it.signedIn = false;
  room.others.ask();
  expect(unread()).toBeUndefined();
});

test('what cannot be read ends after a day, too', async () => {
  const room = world([seen('@el:coop', 'x'.repeat(1000))]);
  room.others.setRoom('#servers:coop');
  await room.clock.pass(0);
  const before = room.it.changes;
  await room.clock.pass(24 * 60 * minute);
  expect([room.it.changes, room.others.unreadNotes(pads)]).toEqual([before + 1, undefined]);
});
