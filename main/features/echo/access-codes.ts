/** Access codes of rooms: each is sent only to the room that asked for it, and never stored. */
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
  /** A room has asked for a code, or refused one. */
  note: (instanceId: string, room: Binding) => void;
  /** Undefined if the instance's room has not asked. */
  of: (instanceId: string, code: string) => AccessCode | undefined;
}>;

/** Where an address led, and how the document or the member wrote it. */
export function roomBinding(target: Target, found: Pick<FoundRoom, 'address' | 'host'>): Binding {
  return { room: target.address, address: found.address, host: found.host };
}

/** The code for a room; undefined if another room asked for it. */
export function codeFor(code: AccessCode | undefined, room: Binding): string | undefined {
  return code && differences(code.bound, room).length === 0 ? code.code : undefined;
}

/** `results`, newest first: from before a restart, only the host that asked is known. */
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
