/** What a review costs: the events of a week are put together at every turn of the calendar. */
import { expect, test } from 'vitest';
import { createMeetings } from '../../../main/features/meetings/index.ts';
import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import { createCalendar } from '../../../shared/time/calendar.ts';
import { fakeClock } from '../clock.ts';

const meeting = (id: string): RegularMeeting => ({
  id,
  name: id,
  pad: { url: 'https://pads.example/a', kind: 'hedgedoc' },
});

test('a review puts the events together once, for all meetings', () => {
  let taken = 0;
  const meetings = createMeetings({
    clock: fakeClock(Date.UTC(2026, 10, 30, 17)),
    isoDate: createCalendar('UTC').date,
    read: () => Promise.reject(new Error('nothing is read')),
    events: () => {
      taken += 1;
      return [];
    },
    copies: { load: async () => undefined, save: async () => {} },
    copyText: async () => {},
    openAddress: () => {},
  });
  meetings.setPlan({ meetings: [meeting('a'), meeting('b')], rooms: [] });
  taken = 0;
  meetings.review();
  expect(taken).toBe(1);
});
