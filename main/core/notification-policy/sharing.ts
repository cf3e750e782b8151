/** Shares acknowledgements with other members, and withdraws them. */
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Share } from '../../../shared/acknowledgements/share.ts';
import type { ChosenPlace, ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { Acknowledgement } from '../../../shared/triage/mutes.ts';
import { cutToReason } from '../../../shared/triage/mutes.ts';
import { redacting } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { LiveSettings } from './live-settings.ts';

export type SharingCommands = Readonly<{
  /** Shares the local acknowledgement in the place that the member chose, redacted except for `kept`. */
  share: (serviceId: string, place: ChosenPlace, kept?: readonly string[]) => Promise<ShareOutcome>;
  /** Withdraws it here and, if shared, from other members; if that fails, it stays here too. */
  withdraw: (serviceId: string) => Promise<ShareOutcome>;
}>;

export type SharingDeps = Readonly<{
  settings: Pick<LiveSettings, 'all' | 'inForce'>;
  /** Sets or removes it; resolves to whether that was saved. */
  acknowledge: (serviceId: string, next: Acknowledgement | undefined) => Promise<boolean>;
  share: Share;
}>;

export function createSharing({ settings, acknowledge, share }: SharingDeps): SharingCommands {
  /** Does nothing if the member has set another one meanwhile. */
  const replace = (
    serviceId: string,
    mine: Acknowledgement | undefined,
    next: Acknowledgement | undefined,
  ) => {
    const isMine = settings.all().acknowledgements.get(serviceId) === mine;
    if (isMine) void acknowledge(serviceId, next);
  };

  return {
    share: async (serviceId, { room, userId }, kept) => {
      const mine = settings.inForce().acknowledgements.get(serviceId);
      if (!mine) return 'nowhere';
      const shared = { room, userId, itemId: randomUUID() };
      const noted: Acknowledgement = { ...mine, shared };
      // Save before sending, so that it can be withdrawn after a crash.
      if (!(await acknowledge(serviceId, noted))) {
        replace(serviceId, noted, mine);
        return 'unwritable';
      }
      const { text } = await inSteps(redacting(mine.reason, kept), breathe);
      const acknowledgement = { ...mine, reason: cutToReason(text) };
      const outcome = await share({ serviceId, shared, acknowledgement });
      if (outcome !== 'taken') replace(serviceId, noted, mine);
      return outcome;
    },
    withdraw: async (serviceId) => {
      const mine = settings.inForce().acknowledgements.get(serviceId);
      const shared = mine?.shared;
      const outcome = shared ? await share({ serviceId, shared }) : 'here-only';
      if (outcome === 'taken' || !shared) replace(serviceId, mine, undefined);
      return outcome;
    },
  };
}
