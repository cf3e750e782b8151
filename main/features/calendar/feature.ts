/** The calendars: loaded once a document names some. */
import { ownRoom } from '../../../shared/calendar/join-places.ts';
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { CalendarApi } from './create.ts';
import type { CalendarSection } from './index.ts';

export function calendarFeature(host: Host): Feature<'calendar', CalendarSection, CalendarApi> {
  return {
    section: ({ calendars = [], rooms = [] }) => ({
      plan: calendars,
      // A meeting in one of them is told by the room's name.
      rooms: rooms.flatMap(({ name, url }) => (url === undefined ? [] : [ownRoom({ name, url })])),
    }),
    load: async () => (await import('./create.ts')).startCalendars(host),
    activatesOn: ({ section }) => section.plan.length > 0,
    calls: ({ api }) => ({
      'calendar.get': async () => (await api()).state(),
      'calendar.readNow': async () => (await api()).readNow(),
      'calendar.join': async ({ id, place }) => (await api()).join(id, place),
      'calendar.setAddress': async ({ id, address }) => (await api()).setAddress(id, address),
      'calendar.removeAddress': async ({ id }) => (await api()).removeAddress(id),
      'calendar.setRemind': async ({ id, remind }) => (await api()).setRemind(id, remind),
      'calendar.setMyAddresses': async ({ addresses }) => (await api()).setMyAddresses(addresses),
    }),
  };
}
