/** The notes of the co-op's regular meetings: loaded when a page lists them. */
import type { MeetingsHost, MeetingsPlan } from './types.ts';
import type { Feature } from '../feature.ts';
import type { Meetings } from './index.ts';

export function meetingsFeature(host: MeetingsHost): Feature<'meetings', MeetingsPlan, Meetings> {
  return {
    section: ({ meetings = [], rooms = [] }) => ({ meetings, rooms }),
    load: async () => (await import('./create.ts')).startMeetings(host),
    calls: ({ api }) => ({
      'meetings.get': async () => (await api()).state(),
      'meetings.start': async ({ id, eventId }) => (await api()).start(id, eventId),
      'meetings.openPad': async ({ id }) => host.openAddress((await api()).padOf(id)),
      'meetings.openArchive': async ({ id }) => host.openAddress((await api()).archiveOf(id)),
    }),
  };
}
