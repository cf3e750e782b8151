/** Access codes of rooms: each goes to the room that has asked for it, and to no other. Kept nowhere. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { FoundRoom, Target } from './rooms.ts';

export type AccessCode = Readonly<{
  code: string;
  /** The room for which the member has typed it. */
  bound: Binding;
}>;

export type AccessCodes = Readonly<{
  /** A room has asked for its code, or has refused one. */
  note: (instanceId: string, room: Binding) => void;
  /** Undefined where the instance's room has not asked. */
  of: (instanceId: string, code: string) => AccessCode | undefined;
}>;

/** Where an address led, by what the document or the member wrote. */
export function roomBinding(target: Target, found: Pick<FoundRoom, 'address' | 'host'>): Binding {
  return { room: target.address, address: found.address, host: found.host };
}

/** The code for a room that was found; undefined where it is not the one that has asked for it. */
export function codeFor(code: AccessCode | undefined, room: Binding): string | undefined {
  return code && differences(code.bound, room).length === 0 ? code.code : undefined;
}

/** `results` are the newest first: of an earlier run of the app they tell only the host that has asked. */
export function createAccessCodes(results: () => readonly Result[]): AccessCodes {
  const asked = new Map<string, Binding>();
  const remembered = (instanceId: string): Binding | undefined => {
    const last = results().find((one) => one.instance.id === instanceId && !one.taken);
    return last?.host !== undefined && wantsCode(last.failure) ? { host: last.host } : undefined;
  };
  return {
    note: (instanceId, room) => asked.set(instanceId, room),
    of: (instanceId, code) => {
      const bound = asked.get(instanceId) ?? remembered(instanceId);
      return bound && { code, bound };
    },
  };
}
