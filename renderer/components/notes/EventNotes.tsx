import { createContext, use } from 'react';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import { nextEvent } from '../../../shared/meetings/match.ts';
import { useNow } from '../../app/now.ts';
import { useMeetings } from './meetings-state.ts';
import { StartNotes } from './StartNotes.tsx';

/** The events for which notes may be started: the next ones, in a co-op whose meetings have pads. */
export const NotedEvents = createContext<readonly Meeting[]>([]);

type Props = Readonly<{
  /** Of an event of the calendar. */
  id: string;
}>;

/** The start of the notes of an event, if it is the next one of a regular meeting. */
export function EventNotes({ id }: Props) {
  const events = use(NotedEvents);
  return events.some((one) => one.id === id) ? <Notes id={id} events={events} /> : null;
}

function Notes({ id, events }: Props & Readonly<{ events: readonly Meeting[] }>) {
  const state = useMeetings();
  const now = useNow();
  if (typeof state !== 'object') return null;
  const meeting = state.meetings.find(
    (one) => one.template && nextEvent(one, events, now)?.id === id,
  );
  return meeting ? <StartNotes meeting={meeting} eventId={id} /> : null;
}
