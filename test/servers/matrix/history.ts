/** The stand-in's requests about a room's history. */
import { refuse } from './refusal.ts';
import type { Json, StoredEvent, World } from './state.ts';

const usualLimit = 10;
const mostLimit = 1000;

/** Backwards from a pagination token, or from the newest event. */
export function pageBack(world: World, roomId: string, query: URLSearchParams): Json {
  const { types } = JSON.parse(query.get('filter') ?? '{}') as { types?: readonly string[] };
  const room = world.events.filter((one) => one.room_id === roomId);
  const own = room.filter(({ type }) => types?.includes(type) ?? true);
  const limit = Math.min(mostLimit, Number(query.get('limit') ?? usualLimit));
  const upTo = placeOf(world, query.get('from')) ?? own.length;
  const from = Math.max(0, upTo - limit);
  const chunk = own.slice(from, upTo).toReversed();
  const end = from > 0 ? { end: `t${from}_${world.placesEpoch}` } : {};
  return { start: `t${upTo}`, chunk: chunk.map((one) => asRead(one, room)), ...end };
}

/**
 * An event and the state of its room at that time; the events around it are left out, since the app does not use them.
 */
export function contextOf(world: World, roomId: string, eventId: string): Json {
  const at = world.events.findIndex((one) => one.room_id === roomId && one.event_id === eventId);
  const event = world.events[at];
  if (!event) throw refuse(404, 'M_NOT_FOUND');
  const state = new Map<string, StoredEvent>();
  for (const one of world.events.slice(0, at + 1)) {
    if (one.room_id !== roomId || one.state_key === undefined) continue;
    state.set(`${one.type}|${one.state_key}`, one);
  }
  return { event, events_before: [], events_after: [], state: [...state.values()] };
}

function placeOf(world: World, from: string | null): number | undefined {
  if (from === null) return undefined;
  const [, place, epoch] = /^t(\d+)_(\d+)$/.exec(from) ?? [];
  if (place === undefined || Number(epoch) !== world.placesEpoch) {
    throw refuse(400, 'M_INVALID_PARAM');
  }
  return Number(place);
}

/** With later changes applied: the last edit by its sender, or its redaction. */
export function asRead(event: StoredEvent, own: readonly StoredEvent[]): Json {
  const removed = own.find(
    ({ type, content }) => type === 'm.room.redaction' && content['redacts'] === event.event_id,
  );
  if (removed) return { ...event, unsigned: { redacted_because: removed } };
  const edit = own.findLast(({ sender, content }) => {
    const relation = content['m.relates_to'] as Json | undefined;
    const edits = relation?.['rel_type'] === 'm.replace';
    return edits && relation['event_id'] === event.event_id && sender === event.sender;
  });
  return edit
    ? { ...event, unsigned: { ...event.unsigned, 'm.relations': { 'm.replace': edit } } }
    : event;
}
