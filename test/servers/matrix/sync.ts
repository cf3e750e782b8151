import type { Json, StoredEvent, World } from './state.ts';

type RoomFilter = Readonly<{
  rooms?: readonly string[];
  timeline?: Readonly<{ types?: readonly string[]; limit?: number }>;
  state?: Readonly<{ types?: readonly string[] }>;
}>;

const longestMs = 30_000;

/** Answers immediately when there is something since then, otherwise when there is, or when the wait ends. */
export async function sync(world: World, userId: string, query: URLSearchParams): Promise<Json> {
  const since = query.get('since');
  const filter = filterOf(world, query.get('filter'));
  const from = Number(since ?? 0);
  const endMs = Date.now() + Math.min(longestMs, Number(query.get('timeout') ?? 0));
  for (;;) {
    const join = news(world, userId, filter, since === null ? undefined : from);
    const leftMs = endMs - Date.now();
    if (since === null || Object.keys(join).length > 0 || leftMs <= 0) {
      const rooms = { join, invite: invitations(world, userId), leave: {} };
      return { next_batch: String(world.events.length), rooms };
    }
    await somethingNew(world, leftMs);
  }
}

function news(world: World, userId: string, filter: RoomFilter, from: number | undefined): Json {
  const found: Record<string, unknown> = {};
  for (const [roomId, room] of world.rooms) {
    if (!room.members.has(userId) || (filter.rooms && !filter.rooms.includes(roomId))) continue;
    const passes = (types: readonly string[] | undefined) => (event: StoredEvent) =>
      event.room_id === roomId && (types?.includes(event.type) ?? true);
    const all = world.events.slice(from ?? 0).filter(passes(filter.timeline?.types));
    const events = all.slice(-(filter.timeline?.limit ?? 10));
    const known = from === undefined ? [...room.state.values()] : [];
    if (from !== undefined && events.length === 0) continue;
    found[roomId] = {
      timeline: { events, limited: events.length < all.length, prev_batch: '0' },
      state: { events: known.filter(passes(filter.state?.types)) },
    };
  }
  return found;
}

/** Repeated in each answer, and without Synapse's room state. */
function invitations(world: World, userId: string): Json {
  const open = [...world.rooms].filter(
    ([, { invited, members }]) => invited.has(userId) && !members.has(userId),
  );
  return Object.fromEntries(open.map(([roomId]) => [roomId, { invite_state: { events: [] } }]));
}

function filterOf(world: World, given: string | null): RoomFilter {
  const whole = given?.startsWith('{') ? (JSON.parse(given) as Json) : world.filters[Number(given)];
  return given === null ? {} : ((whole?.['room'] as RoomFilter | undefined) ?? {});
}

function somethingNew(world: World, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      world.wake.delete(done);
      resolve();
    };
    const timer = setTimeout(done, limitMs);
    world.wake.add(done);
  });
}
