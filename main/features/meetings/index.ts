/** The notes of regular meetings: opens their pads, and starts them from a template. */
import { CallError } from '../../../shared/bridge.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import type { Room } from '../../../shared/coop/rooms.ts';
import { defined } from '../../../shared/defined.ts';
import { dayAddress } from '../../../shared/meetings/day-address.ts';
import { fillTemplate } from '../../../shared/meetings/fill-template.ts';
import { isOf, occasionOf } from '../../../shared/meetings/match.ts';
import type { MeetingsState, RegularMeetingView, Started } from '../../../shared/meetings/state.ts';
import type { TemplateMemory, TemplateReread } from '../../../shared/meetings/template.ts';
import { neverRead, withReread } from '../../../shared/net/last-good.ts';
import { maskedAddress } from '../../../shared/net/masked.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { TemplateCopy } from './files.ts';
import { loadCopies, saveCopies } from './files.ts';
import type { ReadTemplate } from './request.ts';
import type { MeetingsPlan } from './types.ts';

export type MeetingsDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  /** The member's day, such as `2026-12-01`. */
  isoDate: (atUtcMs: number) => string;
  read: ReadTemplate;
  /** Of the calendar, from the beginning of today on, in order of their start; puts them together. */
  events: () => readonly Meeting[];
  copies: TextStore;
  copyText: (text: string) => Promise<void>;
  openAddress: (url: string) => void;
}>;

export type Meetings = Readonly<{
  /** Loads the copies; call once, first. */
  restore: () => Promise<void>;
  state: () => MeetingsState;
  setPlan: (plan: MeetingsPlan) => void;
  /** Call when the events may have changed, or it is another day. */
  review: () => void;
  /**
   * For an event, unless it is no longer there. This and the others throw CallError if there is no such meeting, or it
   * has no such page.
   */
  start: (id: string, eventId?: string) => Promise<Started>;
  padOf: (id: string) => string;
  archiveOf: (id: string) => string;
  onChange: (listener: () => void) => () => void;
  dispose: () => void;
}>;

export function createMeetings(deps: MeetingsDeps): Meetings {
  const { clock } = deps;
  const changes = createEmitter<void>();
  const memories = createMemories(deps.copies);
  const occasions = createOccasions(deps);
  const stop = new AbortController();
  let plan: MeetingsPlan = { meetings: [], rooms: [] };
  let told: string | undefined;

  const meetingOf = (id: string) => {
    const meeting = plan.meetings.find((one) => one.id === id);
    if (!meeting) throw new CallError('bad-payload');
    return meeting;
  };
  const state = (): MeetingsState => {
    const all = occasions.ofAll(plan.meetings);
    return { meetings: plan.meetings.map((one, at) => viewOf(one, memories.of(one), all[at])) };
  };
  const tell = (now = JSON.stringify(state())) => {
    told = now;
    changes.emit();
  };

  return {
    restore: memories.load,
    state,
    setPlan: (next) => {
      plan = next;
      tell();
    },
    review: () => {
      const now = JSON.stringify(state());
      if (now !== told) tell(now);
    },
    start: async (id, eventId) => {
      const meeting = meetingOf(id);
      const { template, pad } = meeting;
      if (!template) throw new CallError('bad-payload');
      const { etag } = memories.of(meeting).copy ?? {};
      const answer = await deps.read(template.url, etag, stop.signal);
      memories.take(template.url, answer, clock.nowUtcMs());
      if (answer.ok) memories.save(plan.meetings);
      tell();
      const { copy } = memories.of(meeting);
      if (!copy) return 'none';
      const event = occasions.of(meeting, eventId);
      const date = occasions.dateOf(event);
      const room = roomText(meeting, event, plan.rooms);
      const title = event?.title ?? meeting.name;
      await deps.copyText(
        fillTemplate(copy.text, template.tokens, { date, title, ...defined({ room }) }),
      );
      deps.openAddress(dayAddress(pad.url, date));
      return answer.ok ? 'new' : 'old';
    },
    padOf: (id) => {
      const meeting = meetingOf(id);
      return dayAddress(meeting.pad.url, occasions.dateOf(occasions.of(meeting)));
    },
    archiveOf: (id) => {
      const meeting = meetingOf(id);
      if (!meeting.archive) throw new CallError('bad-payload');
      // Notes of a day to come are not there yet: on 30 December, those of next year.
      return dayAddress(meeting.archive.url, occasions.dateOf(undefined));
    },
    onChange: changes.on,
    dispose: () => {
      stop.abort();
      changes.clear();
    },
  };
}

/** The events that notes are for. */
function createOccasions({
  clock,
  isoDate,
  events,
}: Pick<MeetingsDeps, 'clock' | 'isoDate' | 'events'>) {
  const moment = () => {
    const nowUtcMs = clock.nowUtcMs();
    return { nowUtcMs, today: isoDate(nowUtcMs), dayOf: isoDate };
  };
  return {
    /** The one with the id, if it is of the meeting. */
    of: (meeting: RegularMeeting, eventId?: string) => {
      const known = events();
      const chosen = known.find(({ id, title }) => id === eventId && isOf(meeting, title));
      return chosen ?? occasionOf(meeting, known, moment());
    },
    ofAll: (meetings: readonly RegularMeeting[]) => {
      const known = events();
      const now = moment();
      return meetings.map((one) => occasionOf(one, known, now));
    },
    /** Its day, or else today. */
    dateOf: (event: Meeting | undefined) => isoDate(event?.startUtcMs ?? clock.nowUtcMs()),
  };
}

/**
 * The address of the room for the notes, which others can read: of one whose address lets anybody in, its name. That of
 * the calendar comes first: a meeting may have moved.
 */
function roomText(
  { room: usual }: RegularMeeting,
  event: Meeting | undefined,
  rooms: readonly Room[],
): string | undefined {
  const moved = event?.join?.isOwnRoom ? event.join.name : undefined;
  const room = rooms.find(({ name }) => name === moved) ?? rooms.find(({ id }) => id === usual);
  if (!room) return undefined;
  const isOpen = room.url !== undefined && !maskedAddress(room.url).hasSecret;
  return isOpen ? room.url : room.name;
}

function viewOf(
  { id, name, match, pad, template, archive }: RegularMeeting,
  { copy, problem }: TemplateMemory,
  event: Meeting | undefined,
): RegularMeetingView {
  return {
    id,
    name,
    padKind: pad.kind,
    ...defined({
      match,
      occasion: event && { startUtcMs: event.startUtcMs, endUtcMs: event.endUtcMs },
      template: template && defined({ readAtUtcMs: copy?.atUtcMs, problem }),
      archive: archive && { isRestricted: archive.isRestricted },
    }),
  };
}

function createMemories(store: TextStore) {
  const memories = new Map<string, TemplateMemory>();
  return {
    load: async () => {
      for (const [url, copy] of await loadCopies(store)) memories.set(url, { copy, failures: 0 });
    },
    of: ({ template }: RegularMeeting): TemplateMemory =>
      (template && memories.get(template.url)) ?? neverRead,
    take: (url: string, reread: TemplateReread, nowUtcMs: number) => {
      memories.set(url, withReread(memories.get(url) ?? neverRead, reread, nowUtcMs));
    },
    /** Those of meetings that the document no longer has are left behind. */
    save: (meetings: readonly RegularMeeting[]) => {
      const copies = meetings.flatMap(({ template }): [string, TemplateCopy][] => {
        const copy = template && memories.get(template.url)?.copy;
        return copy ? [[template.url, copy]] : [];
      });
      saveCopies(store, new Map(copies));
    },
  };
}
