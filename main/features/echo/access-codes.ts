/** Access codes of rooms: each is sent only to the room that requires it, and never stored. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { FoundRoom, Target } from './rooms.ts';

export type AccessCode = Readonly<{
  code: string;
  /** The room that the member typed it for. */
  bound: Binding;
}>;

export type AccessCodes = Readonly<{
  /** Call when a room requires a code, or has refused one. */
  note: (instanceId: string, room: Binding) => void;
  /** Undefined if the instance's room has not required a code. */
  of: (instanceId: string, code: string) => AccessCode | undefined;
}>;

/** The address as written by the document or the member, and where it led. */
export function roomBinding(target: Target, found: Pick<FoundRoom, 'address' | 'host'>): Binding {
  return { room: target.address, address: found.address, host: found.host };
}

/** The code for a room; undefined if it was typed for another room. */
export function codeFor(code: AccessCode | undefined, room: Binding): string | undefined {
  return code && differences(code.bound, room).length === 0 ? code.code : undefined;
}

/** `results`, newest first: after a restart, only the host that required a code is known. */
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
