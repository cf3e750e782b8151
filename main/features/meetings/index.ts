/** The notes of regular meetings: opens their pads, and starts them from a template. */
import { CallError } from '../../../shared/bridge.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import type { Room } from '../../../shared/coop/rooms.ts';
import { defined } from '../../../shared/defined.ts';
import { dayAddress } from '../../../shared/meetings/day-address.ts';
import { fillTemplate } from '../../../shared/meetings/fill-template.ts';
import { nextEvent } from '../../../shared/meetings/match.ts';
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
  /** Of the calendar, in order of their start. */
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
  /** This and the others throw CallError if there is no such meeting, or it has no such page. */
  start: (id: string) => Promise<Started>;
  padOf: (id: string) => string;
  archiveOf: (id: string) => string;
  onChange: (listener: () => void) => () => void;
  dispose: () => void;
}>;

export function createMeetings(deps: MeetingsDeps): Meetings {
  const { clock } = deps;
  const changes = createEmitter<void>();
  const memories = createMemories(deps.copies);
  const stop = new AbortController();
  let plan: MeetingsPlan = { meetings: [], rooms: [] };

  const meetingOf = (id: string) => {
    const meeting = plan.meetings.find((one) => one.id === id);
    if (!meeting) throw new CallError('bad-payload');
    return meeting;
  };
  /** The event and the day that the notes are for: those of the calendar, or else today. */
  const occasionOf = (meeting: RegularMeeting) => {
    const nowUtcMs = clock.nowUtcMs();
    const event = nextEvent(meeting, deps.events(), nowUtcMs);
    return { event, date: deps.isoDate(event?.startUtcMs ?? nowUtcMs) };
  };
  const onItsDay = (meeting: RegularMeeting, address: string) =>
    dayAddress(address, occasionOf(meeting).date);

  return {
    restore: memories.load,
    state: () => ({ meetings: plan.meetings.map((one) => viewOf(one, memories.of(one))) }),
    setPlan: (next) => {
      plan = next;
      changes.emit();
    },
    start: async (id) => {
      const meeting = meetingOf(id);
      const { template, pad } = meeting;
      if (!template) throw new CallError('bad-payload');
      const { etag } = memories.of(meeting).copy ?? {};
      const answer = await deps.read(template.url, etag, stop.signal);
      memories.take(template.url, answer, clock.nowUtcMs());
      if (answer.ok) memories.save(plan.meetings);
      changes.emit();
      const { copy } = memories.of(meeting);
      if (!copy) return 'none';
      const { event, date } = occasionOf(meeting);
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
      return onItsDay(meeting, meeting.pad.url);
    },
    archiveOf: (id) => {
      const meeting = meetingOf(id);
      if (!meeting.archive) throw new CallError('bad-payload');
      return onItsDay(meeting, meeting.archive.url);
    },
    onChange: changes.on,
    dispose: () => {
      stop.abort();
      changes.clear();
    },
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

function viewOf(meeting: RegularMeeting, memory: TemplateMemory): RegularMeetingView {
  const { id, name, match, pad, template, archive } = meeting;
  const { copy, problem } = memory;
  return {
    id,
    name,
    padKind: pad.kind,
    ...defined({
      match,
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
