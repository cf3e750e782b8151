/** What the window's calls for peace do: each is answered "ok" only for what is on the disk. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { Where } from '../../../shared/triage/sharing.ts';
import { CallError } from '../../../shared/bridge.ts';
import type { PolicyCommands } from './index.ts';

export type PolicyCalls = Pick<CallHandlers, Extract<CallName, `policy.${string}`>>;

export type PolicyCallsParts = Readonly<{
  commands: PolicyCommands;
  /** Throws CallError for a service that is not there. */
  idOf: (serviceId: string) => string;
  /** Where the others can be told. */
  place: () => Where;
}>;

export function createPolicyCalls({ commands, idOf, place }: PolicyCallsParts): PolicyCalls {
  return {
    'policy.snooze': ({ serviceId, length }) => onDisk(commands.snooze(idOf(serviceId), length)),
    'policy.unsnooze': ({ serviceId }) => onDisk(commands.unsnooze(idOf(serviceId))),
    'policy.acknowledge': async ({ serviceId, reason, length, share, kept }) => {
      await onDisk(commands.acknowledge(idOf(serviceId), reason, length));
      return share ? commands.share(serviceId, share, kept) : 'here-only';
    },
    'policy.sharing': place,
    'policy.withdraw': ({ serviceId }) => commands.withdraw(idOf(serviceId)),
    'policy.pause': ({ length }) => onDisk(commands.pause(length)),
    'policy.resume': () => onDisk(commands.resume()),
    'policy.setQuietHours': (hours) => onDisk(commands.setQuietHours(hours)),
  };
}

/** It holds, and is tried again; but who set it must not take it for kept. */
async function onDisk(kept: Promise<boolean>): Promise<void> {
  if (!(await kept)) throw new CallError('not-kept');
}
