/** Wires the notes of meetings to the network, the profile, the calendar and the desktop. */
import { dateIn } from '../../../shared/time/calendar.ts';
import type { Running } from '../feature.ts';
import { templatesForm } from './files.ts';
import type { Meetings } from './index.ts';
import { createMeetings } from './index.ts';
import { createReadTemplate } from './request.ts';
import type { MeetingsHost, MeetingsPlan } from './types.ts';

export async function startMeetings(host: MeetingsHost): Promise<Running<MeetingsPlan, Meetings>> {
  const meetings = createMeetings({
    clock: host.clock,
    // The zone may change while the app runs: a member travels.
    isoDate: (atUtcMs) => dateIn(host.timeZone(), atUtcMs),
    read: createReadTemplate(host.net),
    events: host.timetable.events,
    copies: host.files.file(templatesForm),
    copyText: host.copyText,
    openAddress: host.openAddress,
  });
  await meetings.restore();
  host.timetable.onTurn(meetings.review);
  meetings.onChange(() => host.send('meetings', meetings.state));
  return { api: meetings, setSection: meetings.setPlan, dispose: meetings.dispose };
}
