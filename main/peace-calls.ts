/** What the window's calls for peace do: each is answered "ok" only for what is on the disk. */
import type { CallHandlers, CallName } from '../shared/ipc.ts';
import type { Where } from '../shared/peace/sharing.ts';
import { CallError } from './desktop/answer.ts';
import type { PeaceCommands } from './peace/index.ts';

export type PeaceCalls = Pick<CallHandlers, Extract<CallName, `peace.${string}`>>;

export type PeaceCallsParts = Readonly<{
  commands: PeaceCommands;
  /** Throws CallError for a service that is not there. */
  idOf: (serviceId: string) => string;
  /** Where the others can be told. */
  place: () => Where;
}>;

export function createPeaceCalls({ commands, idOf, place }: PeaceCallsParts): PeaceCalls {
  return {
    'peace.snooze': ({ serviceId, length }) => onDisk(commands.snooze(idOf(serviceId), length)),
    'peace.unsnooze': ({ serviceId }) => onDisk(commands.unsnooze(idOf(serviceId))),
    'peace.acknowledge': async ({ serviceId, reason, length, share, kept }) => {
      await onDisk(commands.acknowledge(idOf(serviceId), reason, length));
      return share ? commands.share(serviceId, share, kept) : 'here-only';
    },
    'peace.sharing': place,
    'peace.withdraw': ({ serviceId }) => commands.withdraw(idOf(serviceId)),
    'peace.pause': ({ length }) => onDisk(commands.pause(length)),
    'peace.resume': () => onDisk(commands.resume()),
    'peace.setQuietHours': (hours) => onDisk(commands.setQuietHours(hours)),
  };
}

/** It holds, and is tried again; but who set it must not take it for kept. */
async function onDisk(kept: Promise<boolean>): Promise<void> {
  if (!(await kept)) throw new CallError('not-kept');
}
