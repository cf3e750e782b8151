/** Power levels in a room, now and at the time of an event. */
import type { MatrixClient } from 'matrix-js-sdk';
import * as v from 'valibot';
import type { Creation } from '../../../../shared/matrix/powers.ts';
import { levelsType, powerIn } from '../../../../shared/matrix/powers.ts';
import type { Clock } from '../../../platform/clock.ts';
import { ask, orNothing } from './retry-request.ts';
import type { AccountFault } from './error.ts';
import { AccountError } from './error.ts';
import type { MatrixAccount } from './types.ts';

export type Powers = Pick<MatrixAccount, 'powerOf' | 'powerAt'>;

const creationType = 'm.room.create';
const text = v.string();
const content = v.record(text, v.unknown());
/** The whole event: some servers return only the content, despite `format=event`. */
const CreationSchema = v.object({ type: v.literal(creationType), sender: text, content });
const LevelsSchema = v.object({ type: v.literal(levelsType), state_key: v.literal(''), content });
/** Rejects answers with events after the requested one, whose `state` would be that after them. */
const ContextSchema = v.object({
  events_after: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0))),
  state: v.array(v.unknown()),
});

/** Faults that request nothing about the event: worth a retry. */
const temporary: readonly AccountFault[] = [
  'signed-out',
  'unreachable',
  'rate-limited',
  'locked',
  'deactivated',
];

export function createPowers(clock: Clock, client: () => MatrixClient): Powers {
  const request = (parts: readonly string[], query = {}) =>
    ask(clock, client(), { method: 'GET', parts, query });
  const get = (parts: readonly string[], query = {}) => orNothing(request(parts, query));

  /** The creator is outside the content. From room version 12 on, the room id is the id of the creation event. */
  const creationOf = async (roomId: string): Promise<Creation> => {
    const state = await get(['rooms', roomId, 'state', creationType, ''], { format: 'event' });
    if (v.is(CreationSchema, state)) return state;
    const isOwnId = !roomId.includes(':');
    const event = isOwnId
      ? await get(['rooms', roomId, 'event', `$${roomId.slice(1)}`])
      : undefined;
    return v.is(CreationSchema, event) ? event : { content: state };
  };
  const powerOf = async (roomId: string, userId: string) => {
    const creation = await creationOf(roomId);
    const levels = await get(['rooms', roomId, 'state', levelsType, '']);
    return powerIn(creation, levels, userId);
  };
  /** The state of a room at an event. Undefined if it lacks the creation event, which every room has. */
  const stateAt = async (roomId: string, eventId: string) => {
    const filter = { types: [creationType, levelsType], lazy_load_members: true };
    const query = { limit: '0', filter: JSON.stringify(filter) };
    const context = await request(['rooms', roomId, 'context', eventId], query).catch(
      ignoreRefusal,
    );
    const state = v.is(ContextSchema, context) ? context.state : [];
    const creation = state.find((one) => v.is(CreationSchema, one));
    return creation && { creation, levels: state.find((one) => v.is(LevelsSchema, one))?.content };
  };

  return {
    powerOf,
    powerAt: async ({ roomId, eventId, sender }) => {
      const then = await stateAt(roomId, eventId);
      return then ? powerIn(then.creation, then.levels, sender) : powerOf(roomId, sender);
    },
  };
}

/** Undefined if the server does not know the event, or does not let the member see the state at that time. */
function ignoreRefusal(error: unknown): undefined {
  if (error instanceof AccountError && !temporary.includes(error.fault)) return undefined;
  throw error;
}
