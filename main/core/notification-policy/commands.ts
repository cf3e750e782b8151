/** What a member can change in the notification policy. */
import type {
  AcknowledgeLength,
  Acknowledgement,
  MuteLength,
} from '../../../shared/triage/mutes.ts';
import { acknowledgementFor, muteFor } from '../../../shared/notification-policy/mutes.ts';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { Scope } from '../../../shared/notification-policy/scope.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import {
  withAcknowledgement,
  withPause,
  withSnooze,
  withStar,
} from '../../../shared/notification-policy/state.ts';
import type { Share } from '../../../shared/acknowledgements/share.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LiveSettings } from './live-settings.ts';
import type { QuietPeriods } from './quiet-periods.ts';
import type { SharingCommands } from './sharing.ts';
import { createSharing } from './sharing.ts';

/** Each takes effect immediately, and resolves to whether it was saved. */
export type PolicyCommands = SharingCommands &
  Readonly<{
    snooze: (serviceId: string, length: MuteLength) => Promise<boolean>;
    unsnooze: (serviceId: string) => Promise<boolean>;
    acknowledge: (serviceId: string, reason: string, length: AcknowledgeLength) => Promise<boolean>;
    /** Holds all notifications. */
    pause: (length: MuteLength) => Promise<boolean>;
    resume: () => Promise<boolean>;
    setQuietHours: (quietHours: QuietHours) => Promise<boolean>;
    star: (serviceId: string, starred: boolean) => Promise<boolean>;
    setScope: (scope: Scope) => Promise<boolean>;
  }>;

export type CommandDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  timeZone: () => string;
  settings: LiveSettings;
  periods: Pick<QuietPeriods, 'forget'>;
  /** The quiet hours in effect. */
  hours: () => QuietHours;
  change: (next: PolicyState) => Promise<boolean>;
  share: Share;
}>;

export function createPolicyCommands(deps: CommandDeps): PolicyCommands {
  const { clock, settings, change } = deps;
  const mute = (length: MuteLength) =>
    muteFor(length, clock.nowUtcMs(), deps.hours(), deps.timeZone());
  const acknowledge = (serviceId: string, acknowledgement: Acknowledgement | undefined) =>
    change(withAcknowledgement(settings.all(), serviceId, acknowledgement));
  return {
    ...createSharing({ settings, acknowledge, share: deps.share }),
    snooze: (serviceId, length) => change(withSnooze(settings.all(), serviceId, mute(length))),
    unsnooze: (serviceId) => change(withSnooze(settings.all(), serviceId, undefined)),
    acknowledge: (serviceId, reason, length) =>
      acknowledge(serviceId, acknowledgementFor(length, clock.nowUtcMs(), reason)),
    pause: (length) => change(withPause(settings.all(), mute(length))),
    resume: () => change(withPause(settings.all(), undefined)),
    star: (serviceId, starred) => change(withStar(settings.all(), serviceId, starred)),
    setScope: (scope) => change({ ...settings.all(), scope }),
    setQuietHours: (quietHours) => {
      deps.periods.forget();
      settings.repair();
      return change({ ...settings.all(), quietHours });
    },
  };
}
