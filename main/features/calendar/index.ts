/** Polls the co-op's calendars and the member's own, keeps their last good copies, and reminds of meetings. */
import type { Entry } from '../../../shared/calendar/entries.ts';
import { entriesOf } from '../../../shared/calendar/entries.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { OwnRoom, Place } from '../../../shared/calendar/places.ts';
import { placesOf } from '../../../shared/calendar/places.ts';
import type { Reminding } from '../../../shared/calendar/reminders.ts';
import type { CalendarState, Remind } from '../../../shared/calendar/state.ts';
import { meetingsOf } from '../../../shared/calendar/upcoming.ts';
import type { CalendarPlan } from '../../../shared/coop/calendars.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Expand } from './expand.ts';
import { createMemories } from './memories.ts';
import type { PastedCalendars } from './pasted.ts';
import { createPastedCalendars } from './pasted.ts';
import type { PollsDeps } from './polls.ts';
import { createPolls } from './polls.ts';
import { createScope } from './scope.ts';
import type { Keyring } from './secrets.ts';
import { createPastedAddresses } from './secrets.ts';
import type { CalendarSettings } from './settings.ts';
import { createSettings } from './settings.ts';
import type { Source } from './sources.ts';
import { isReadable, sourcesOf } from './sources.ts';
import { createTurns } from './turns.ts';
import { isFresh, occurrencesIn, viewState } from './view.ts';

/** Its part of the document, and the rooms that meetings may be in. */
export type CalendarSection = Readonly<{
  plan: readonly CalendarPlan[];
  rooms: readonly OwnRoom[];
}>;

export type CalendarsDeps = Pick<PollsDeps, 'clock' | 'random' | 'read' | 'connectivity'> &
  Readonly<{
    newId: () => string;
    /** The member's, as an IANA name; it may change at any time. */
    timeZone: () => string;
    t: Translate;
    expand: Expand;
    keyring: Keyring;
    copies: TextStore;
    settings: TextStore;
    /** Why nothing is told now. */
    quiet: () => Reminding['quiet'];
    remind: (entry: Entry, place: Place | undefined) => void;
  }>;

export type Calendars = PastedCalendars &
  Readonly<{
    /** Loads the files; call once, first. */
    restore: () => Promise<void>;
    state: () => CalendarState;
    /** Undefined while none is known, and nothing says that there is none. */
    meetings: () => Meeting[] | undefined;
    setSection: (section: CalendarSection) => void;
    readNow: () => void;
    /** Undefined if there is no such meeting, or no such place of it. */
    addressOf: (id: string, place: number) => string | undefined;
    setRemind: (id: string, remind: Remind | undefined) => void;
    setMyAddresses: (addresses: readonly string[]) => void;
    onChange: (listener: () => void) => () => void;
    /** A meeting may have come near, begun or ended. */
    onTurn: (listener: () => void) => () => void;
    suspend: () => void;
    resume: () => void;
    dispose: () => void;
  }>;

export function createCalendars(deps: CalendarsDeps): Calendars {
  const { clock, t } = deps;
  const changes = createEmitter<void>();
  const ticks = createEmitter<void>();
  const settings = createSettings(deps.settings);
  const scope = createScope({ ...deps, addresses: () => settings.current().myAddresses });
  const memories = createMemories({
    clock,
    store: deps.copies,
    scope: scope.now,
    expand: deps.expand,
    onRefreshed: () => changed(),
  });
  const addresses = createPastedAddresses(deps.keyring);
  let section: CalendarSection = { plan: [], rooms: [] };
  let sources: readonly Source[] = [];
  let entries: readonly Entry[] = [];

  const upcoming = () => meetingsOf(entries, section.rooms, t, clock.nowUtcMs());
  const turns = createTurns({
    clock,
    reminding: () => remindingOf(entries, settings.current(), deps.quiet()),
    meetings: upcoming,
    nextDayUtcMs: scope.nextDayUtcMs,
    onTold: (told) => settings.change({ told }),
    remind: (entry) => deps.remind(entry, placesOf(entry.joins, section.rooms)[0]),
    onTurn: () => {
      ticks.emit();
      void memories.refresh();
    },
  });
  const changed = () => {
    entries = entriesOf(sources.map((one) => occurrencesIn(one, memories.of(one))));
    turns.take();
    changes.emit();
  };
  const polls = createPolls({ ...deps, memories, addresses, scope: scope.now, onTurn: changed });
  const begin = () => polls.begin(sources.filter(isReadable));
  const setSources = () => {
    sources = sourcesOf(section.plan, settings.current().pasted);
    memories.setSources(sources);
    begin();
    changed();
  };
  const change: typeof settings.change = (next) => {
    settings.change(next);
    changed();
  };

  return {
    ...createPastedCalendars({
      ...{ addresses, settings, memories, newId: deps.newId },
      sources: () => sources,
      onChange: setSources,
    }),
    restore: async () => {
      await Promise.all([settings.load(), memories.load()]);
    },
    state: () =>
      viewState({
        ...{ sources, entries, rooms: section.rooms, memoryOf: memories.of },
        settings: settings.current(),
        timeZone: deps.timeZone(),
        nowUtcMs: clock.nowUtcMs(),
        isReading: polls.isReading(),
      }),
    meetings: () => {
      const all = upcoming();
      const read = sources.filter(isReadable);
      const isKnown = read.every((one) => isFresh(memories.of(one), clock.nowUtcMs()));
      return all.length > 0 || (read.length > 0 && isKnown) ? all : undefined;
    },
    setSection: (next) => {
      section = next;
      setSources();
    },
    readNow: polls.readNow,
    addressOf: (id, place) => addressIn(entries, section.rooms, id, place),
    setRemind: (id, remind) => {
      const others = settings.current().reminds.filter((one) => one.id !== id);
      change({ reminds: remind ? [...others, { id, ...remind }] : others });
    },
    setMyAddresses: (myAddresses) => change({ myAddresses }),
    onChange: changes.on,
    onTurn: ticks.on,
    suspend: () => {
      polls.stop();
      turns.stop();
    },
    resume: () => {
      begin();
      turns.resume();
    },
    dispose: () => {
      polls.stop();
      turns.stop();
      changes.clear();
      ticks.clear();
    },
  };
}

function addressIn(
  entries: readonly Entry[],
  rooms: readonly OwnRoom[],
  id: string,
  place: number,
): string | undefined {
  const entry = entries.find((one) => one.id === id);
  return entry && placesOf(entry.joins, rooms)[place]?.url;
}

function remindingOf(
  entries: readonly Entry[],
  { reminds, told }: ReturnType<CalendarSettings['current']>,
  quiet: Reminding['quiet'],
): Omit<Reminding, 'nowUtcMs'> {
  const byCalendar = new Map(reminds.map(({ id, ...remind }) => [id, remind]));
  return { entries, reminds: byCalendar, told, quiet };
}
