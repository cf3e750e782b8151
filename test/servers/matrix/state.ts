/** The stand-in's state: people, devices, rooms and their events. */
export type Json = Readonly<Record<string, unknown>>;

export type StoredEvent = Readonly<{
  event_id: string;
  room_id: string;
  sender: string;
  type: string;
  state_key?: string;
  content: Json;
  origin_server_ts: number;
  unsigned?: Json;
}>;

export type Device = Readonly<{ userId: string; deviceId: string; endsUtcMs: number }>;

export type Room = { members: Set<string>; invited: Set<string>; state: Map<string, StoredEvent> };

export type World = {
  passwords: Map<string, string>;
  tokens: Map<string, Device>;
  loginTokens: Map<string, string>;
  rooms: Map<string, Room>;
  /** Room ids by alias. */
  aliases: Map<string, string>;
  /** By user and type. */
  accountData: Map<string, Json>;
  /** Pagination tokens of an older epoch are invalid. */
  placesEpoch: number;
  events: StoredEvent[];
  /** Files by their `mxc://` URL. */
  media: Map<string, Buffer>;
  /** Event ids by device and transaction: repeating one creates no second event. */
  transactions: Map<string, string>;
  filters: Json[];
  /** Sends of each person since `atMs`, for the rate limit. */
  allowance: Map<string, { left: number; atMs: number }>;
  /** Called when there is something new. */
  wake: Set<() => void>;
};

export function createWorld(): World {
  return {
    passwords: new Map(),
    tokens: new Map(),
    loginTokens: new Map(),
    rooms: new Map(),
    aliases: new Map(),
    accountData: new Map(),
    placesEpoch: 0,
    events: [],
    media: new Map(),
    transactions: new Map(),
    filters: [],
    allowance: new Map(),
    wake: new Set(),
  };
}

let last = 0;
export const newId = (kind: string) =>
  `${kind}${(last += 1)}-${Math.random().toString(36).slice(2)}`;

export function addEvent(
  world: World,
  room: Room,
  event: Omit<StoredEvent, 'event_id' | 'origin_server_ts'>,
  eventId = newId('$'),
): string {
  const replaced = room.state.get(`${event.type}|${event.state_key}`);
  const before = replaced ? { unsigned: { prev_content: replaced.content } } : {};
  const whole = { ...event, ...before, event_id: eventId, origin_server_ts: Date.now() };
  world.events.push(whole);
  if (event.state_key !== undefined) room.state.set(`${event.type}|${event.state_key}`, whole);
  for (const wake of world.wake) wake();
  return whole.event_id;
}

/** Synapse's default: bursts of 10, then one per five seconds. Ms to wait, 0 when it may be sent. */
export function takeTurn(world: World, userId: string): number {
  const perMs = 0.2 / 1000;
  const nowMs = Date.now();
  const before = world.allowance.get(userId) ?? { left: 10, atMs: nowMs };
  const left = Math.min(10, before.left + (nowMs - before.atMs) * perMs);
  const allowed = left >= 1;
  world.allowance.set(userId, { left: allowed ? left - 1 : left, atMs: nowMs });
  return allowed ? 0 : Math.ceil((1 - left) / perMs);
}

export function powerLevels(room: Room): {
  users: Record<string, number>;
  users_default?: number;
  events_default?: number;
} {
  const event = room.state.get('m.room.power_levels|');
  return { users: {}, ...event?.content };
}

/** Of a room of version 12, whose creators rank above its power levels. */
export function creatorsOf(room: Room): readonly string[] {
  const made = room.state.get('m.room.create|');
  if (made?.content['room_version'] !== '12') return [];
  const more = (made.content['additional_creators'] ?? []) as readonly string[];
  return [made.sender, ...more];
}
