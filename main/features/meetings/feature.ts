/** The notes of the co-op's regular meetings: loaded when a page lists them. */
import type { MeetingsPlan } from './types.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Meetings } from './index.ts';

export function meetingsFeature(host: Host): Feature<'meetings', MeetingsPlan, Meetings> {
  return {
    section: ({ meetings = [], rooms = [] }) => ({ meetings, rooms }),
    load: async () => (await import('./create.ts')).startMeetings(host),
    calls: ({ api }) => ({
      'meetings.get': async () => (await api()).state(),
      'meetings.start': async ({ id }) => (await api()).start(id),
      'meetings.openPad': async ({ id }) => host.openAddress((await api()).padOf(id)),
      'meetings.openArchive': async ({ id }) => host.openAddress((await api()).archiveOf(id)),
    }),
  };
}
