/** The calendars as the window and the tray have them. */
import { daysOf } from '../../../shared/calendar/days.ts';
import type { CalendarOccurrences, Entry } from '../../../shared/calendar/entries.ts';
import type { OwnRoom } from '../../../shared/calendar/join-places.ts';
import type { CalendarState, CalendarView } from '../../../shared/calendar/state.ts';
import { isStale } from '../../../shared/calendar/state.ts';
import { defined } from '../../../shared/defined.ts';
import type { CalendarMemory } from './request.ts';
import type { CalendarSettings } from './settings.ts';
import type { Source } from './sources.ts';

type Settings = ReturnType<CalendarSettings['current']>;

export type Shown = Readonly<{
  sources: readonly Source[];
  memoryOf: (source: Source) => CalendarMemory;
  settings: Settings;
  entries: readonly Entry[];
  rooms: readonly OwnRoom[];
  timeZone: string;
  nowUtcMs: number;
  isReading: boolean;
}>;

export function viewState({ sources, memoryOf, settings, ...shown }: Shown): CalendarState {
  const memories = sources.map(memoryOf);
  const isKnown = memories.some(({ copy }) => copy?.expanded);
  return {
    calendars: sources.map((one) => viewCalendar(one, memoryOf(one), settings)),
    days: isKnown ? daysOf(shown.entries, shown.rooms, shown.timeZone, shown.nowUtcMs) : [],
    // A copy of an earlier start is expanded first.
    isReading: shown.isReading || memories.some(({ copy }) => copy && !copy.expanded),
    myAddresses: [...settings.myAddresses],
  };
}

function viewCalendar(source: Source, memory: CalendarMemory, { reminds }: Settings): CalendarView {
  const { id, isPrivate, isOwn, host, proposedMinutes } = source;
  const { copy, problem } = memory;
  const { faults = [], wasCut } = copy?.expanded ?? {};
  const remind = reminds.find((one) => one.id === id);
  return {
    id,
    name: nameOf(source, memory),
    proposedMinutes,
    faults: faults.map(({ code, count = 1, example }) => ({
      code,
      count,
      ...defined({ example }),
    })),
    ...defined({
      isPrivate,
      isOwn,
      host,
      readAtUtcMs: copy?.atUtcMs,
      problem,
      wasCut,
      remind: remind && { minutes: remind.minutes, inQuietHours: remind.inQuietHours },
    }),
  };
}

export function occurrencesIn(source: Source, memory: CalendarMemory): CalendarOccurrences {
  const occurrences = memory.copy?.expanded?.occurrences ?? [];
  return { id: source.id, name: nameOf(source, memory), occurrences };
}

/** The document's name for it, or else its own. */
function nameOf({ name, isOwn }: Source, { copy }: CalendarMemory): string {
  const own = copy?.expanded?.name?.trim();
  return isOwn && own ? own.slice(0, 80) : name;
}

/** Whether what is not in it is not there. */
export function isFresh({ copy }: CalendarMemory, nowUtcMs: number): boolean {
  return copy?.expanded !== undefined && !isStale(copy.atUtcMs, nowUtcMs);
}
