/** What is known of all meetings, put together from the copies of their calendars. */
import type { Entry } from '../../../shared/calendar/entries.ts';
import { entriesOf } from '../../../shared/calendar/entries.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { OwnRoom, Place } from '../../../shared/calendar/join-places.ts';
import { placesOf } from '../../../shared/calendar/join-places.ts';
import type { CalendarState } from '../../../shared/calendar/state.ts';
import { meetingsOf, timetableOf } from '../../../shared/calendar/upcoming.ts';
import type { CalendarPlan } from '../../../shared/coop/calendars.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Memories } from './memories.ts';
import type { CalendarSettings } from './settings.ts';
import type { Source } from './sources.ts';
import { isReadable, sourcesOf } from './sources.ts';
import { isFresh, occurrencesIn, viewState } from './view.ts';

/** The feature's part of the document, and the rooms that meetings may be in. */
export type CalendarSection = Readonly<{
  plan: readonly CalendarPlan[];
  rooms: readonly OwnRoom[];
}>;

export type AgendaDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  timeZone: () => string;
  t: Translate;
  memories: Pick<Memories, 'of' | 'setSources'>;
  settings: Pick<CalendarSettings, 'current'>;
}>;

export type Agenda = Readonly<{
  setSection: (section: CalendarSection) => void;
  /** Call when the pasted addresses have changed. */
  findSources: () => void;
  /** Call when a copy has changed. */
  review: () => void;
  sources: () => readonly Source[];
  /** Those that have an address. */
  readable: () => readonly Source[];
  entries: () => readonly Entry[];
  upcoming: () => Meeting[];
  /** From the beginning of today on, in order of their start. */
  timetable: () => Meeting[];
  /** The same, or undefined while there may be others. */
  known: () => Meeting[] | undefined;
  places: (entry: Entry | undefined) => readonly Place[];
  state: (isReading: boolean) => CalendarState;
}>;

export function createAgenda(deps: AgendaDeps): Agenda {
  const { clock, memories, settings } = deps;
  let section: CalendarSection = { plan: [], rooms: [] };
  let sources: readonly Source[] = [];
  let entries: readonly Entry[] = [];

  const review = () => {
    entries = entriesOf(sources.map((one) => occurrencesIn(one, memories.of(one))));
  };
  const findSources = () => {
    sources = sourcesOf(section.plan, settings.current().pasted);
    memories.setSources(sources);
    review();
  };
  const readable = () => sources.filter(isReadable);
  const upcoming = () => meetingsOf(entries, section.rooms, deps.t, clock.nowUtcMs());

  return {
    setSection: (next) => {
      section = next;
      findSources();
    },
    findSources,
    review,
    sources: () => sources,
    readable,
    entries: () => entries,
    upcoming,
    timetable: () => timetableOf(entries, section.rooms, deps.t),
    known: () => {
      const meetings = upcoming();
      const read = readable();
      const isKnown = read.every((one) => isFresh(memories.of(one), clock.nowUtcMs()));
      return meetings.length > 0 || (read.length > 0 && isKnown) ? meetings : undefined;
    },
    places: (entry) => (entry ? placesOf(entry.joins, section.rooms) : []),
    state: (isReading) =>
      viewState({
        sources,
        memoryOf: memories.of,
        settings: settings.current(),
        entries,
        rooms: section.rooms,
        timeZone: deps.timeZone(),
        nowUtcMs: clock.nowUtcMs(),
        isReading,
      }),
  };
}
