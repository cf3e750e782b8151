/** Rooms that a member adds by a link. */
import * as v from 'valibot';
import { WebAddress } from '../../../shared/coop/web.ts';
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { Clock } from '../../platform/clock.ts';
import { failureOf } from './failed.ts';
import type { FindRoom } from './rooms.ts';
import type { EchoSettings } from './settings.ts';
import { ownRoomsLimit } from './settings.ts';
import { never, within } from './timeout.ts';

const findTimeoutMs = 6000;

type Added =
  | Readonly<{ ok: true; settings: EchoSettings }>
  | Readonly<{ ok: false; failure: Failure }>;

/** Resolves the address, so that two links to the same room make one entry. */
export async function addOwnRoom(
  deps: Readonly<{ clock: Clock; findRoom: FindRoom; newId: () => string }>,
  settings: EchoSettings,
  address: string,
): Promise<Added> {
  const typed = v.safeParse(WebAddress, address.trim());
  if (!typed.success) return { ok: false, failure: failure('address-invalid', 'find') };
  try {
    const limit = { clock: deps.clock, step: 'find', ms: findTimeoutMs, signal: never } as const;
    const found = await within(limit, (signal) =>
      deps.findRoom({ kind: 'room', address: typed.output }, signal),
    );
    const room = { id: newOwnId(deps.newId), address: typed.output, finalAddress: found.address };
    const others = settings.rooms.filter((one) => one.finalAddress !== found.address);
    const known = settings.rooms.find((one) => one.finalAddress === found.address);
    const rooms = [...others, known ? { ...known, address: typed.output } : room];
    return { ok: true, settings: { ...settings, rooms: rooms.slice(-ownRoomsLimit) } };
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'find') };
  }
}

/** Random, not derived from the address: the id is part of reports. */
function newOwnId(newId: () => string): string {
  return `own-${newId()}`;
}
