/** Polls the co-op's calendars and the member's own, keeps their last good copies, and reminds of meetings. */
import type { Entry } from '../../../shared/calendar/entries.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { Place } from '../../../shared/calendar/join-places.ts';
import type { Reminding } from '../../../shared/calendar/reminders.ts';
import type { CalendarState, Remind } from '../../../shared/calendar/state.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Agenda, AgendaDeps, CalendarSection } from './agenda.ts';
import { createAgenda } from './agenda.ts';
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
import { createTurns } from './turns.ts';

export type { CalendarSection } from './agenda.ts';

export type CalendarsDeps = Pick<PollsDeps, 'clock' | 'random' | 'read' | 'connectivity'> &
  /** The zone is the member's, as an IANA name; it may change at any time. */
  Pick<AgendaDeps, 'timeZone' | 't'> &
  Readonly<{
    newId: () => string;
    expand: Expand;
    keyring: Keyring;
    copies: TextStore;
    settings: TextStore;
    /** Why nothing is told now. */
    quiet: () => Reminding['quiet'];
    remind: (entry: Entry, place: Place | undefined) => void;
  }>;

export type Calendars = PastedCalendars &
  Pick<Agenda, 'timetable'> &
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
  const { clock } = deps;
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
  const agenda = createAgenda({ ...deps, memories, settings });
  const addresses = createPastedAddresses(deps.keyring);
  const turns = createTurns({
    clock,
    reminding: () => remindingOf(agenda.entries(), settings.current(), deps.quiet()),
    meetings: agenda.upcoming,
    nextDayUtcMs: scope.nextDayUtcMs,
    onTold: (told) => settings.change({ told }),
    remind: (entry) => deps.remind(entry, agenda.places(entry)[0]),
    onTurn: () => {
      ticks.emit();
      void memories.refresh();
    },
  });
  const changed = () => {
    agenda.review();
    turns.take();
    changes.emit();
  };
  const polls = createPolls({ ...deps, memories, addresses, scope: scope.now, onTurn: changed });
  const begin = () => {
    polls.begin(agenda.readable());
    changed();
  };
  const stop = () => {
    polls.stop();
    turns.stop();
  };

  return {
    ...createPastedCalendars({
      addresses,
      settings,
      memories,
      sources: agenda.sources,
      newId: deps.newId,
      onChange: () => {
        agenda.findSources();
        begin();
      },
    }),
    ...choicesOf(settings, changed),
    restore: async () => void (await Promise.all([settings.load(), memories.load()])),
    state: () => agenda.state(polls.isReading()),
    meetings: agenda.known,
    timetable: agenda.timetable,
    setSection: (next) => {
      agenda.setSection(next);
      begin();
    },
    readNow: polls.readNow,
    addressOf: (id, place) =>
      agenda.places(agenda.entries().find((one) => one.id === id))[place]?.url,
    onChange: changes.on,
    onTurn: ticks.on,
    suspend: stop,
    resume: () => {
      turns.resume();
      begin();
    },
    dispose: () => {
      stop();
      changes.clear();
      ticks.clear();
    },
  };
}

function choicesOf(
  settings: CalendarSettings,
  onChange: () => void,
): Pick<Calendars, 'setRemind' | 'setMyAddresses'> {
  return {
    setRemind: (id, remind) => {
      const others = settings.current().reminds.filter((one) => one.id !== id);
      settings.change({ reminds: remind ? [...others, { id, ...remind }] : others });
      onChange();
    },
    setMyAddresses: (myAddresses) => {
      settings.change({ myAddresses });
      onChange();
    },
  };
}

function remindingOf(
  entries: readonly Entry[],
  { reminds, told }: ReturnType<CalendarSettings['current']>,
  quiet: Reminding['quiet'],
): Omit<Reminding, 'nowUtcMs'> {
  const byCalendar = new Map(reminds.map(({ id, ...remind }) => [id, remind]));
  return { entries, reminds: byCalendar, told, quiet };
}
