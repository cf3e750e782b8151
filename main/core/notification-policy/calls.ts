/** The window's IPC calls for the notification policy; each succeeds only if the change is saved. */
import { CallError } from '../../../shared/bridge.ts';
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { Where } from '../../../shared/triage/sharing.ts';
import type { PolicyCommands } from './index.ts';

export type PolicyCalls = Pick<CallHandlers, Extract<CallName, `policy.${string}`>>;

export type PolicyCallsDeps = Readonly<{
  commands: PolicyCommands;
  /** Throws CallError for a service that does not exist. */
  idOf: (serviceId: string) => string;
  /** Where acknowledgements can be shared. */
  place: () => Where;
}>;

export function createPolicyCalls({ commands, idOf, place }: PolicyCallsDeps): PolicyCalls {
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
    'policy.star': ({ serviceId, starred }) => onDisk(commands.star(idOf(serviceId), starred)),
    'policy.setScope': (scope) => onDisk(commands.setScope(scope)),
    'policy.setQuietHours': (hours) => onDisk(commands.setQuietHours(hours)),
  };
}

/** A change that is not saved still applies, and saving is retried, but the member must know. */
async function onDisk(saved: Promise<boolean>): Promise<void> {
  if (!(await saved)) throw new CallError('not-kept');
}
