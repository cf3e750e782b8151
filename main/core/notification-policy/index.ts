/** The notification policy: quiet hours, pauses, snoozes and acknowledgements, and the changes that they hold. */
import type { Share } from '../../../shared/acknowledgements/share.ts';
import { followDocument } from '../../../shared/notification-policy/follow-document.ts';
import type { QuietSummary } from '../../../shared/notification-policy/deferral.ts';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { ScopedService } from '../../../shared/notification-policy/scope.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import {
  effectiveHours,
  endByRecovery,
  isQuiet,
} from '../../../shared/notification-policy/state.ts';
import type { PolicyView, QuietReason } from '../../../shared/notification-policy/view.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { PolicyCommands } from './commands.ts';
import { createPolicyCommands } from './commands.ts';
import { createHeldChanges } from './held-changes.ts';
import type { LiveSettings } from './live-settings.ts';
import { createLiveSettings } from './live-settings.ts';
import { createQuietPeriods, quietReasonOf } from './quiet-periods.ts';
import { createReview } from './review.ts';
import { createToldServices } from './told-services.ts';

export type { PolicyCommands } from './commands.ts';

export type PolicyDeps = Readonly<{
  clock: Clock;
  store: TextStore;
  /** Whether expired settings may be deleted: a briefly wrong clock must not end them. */
  isClockProven: () => boolean;
  /** The member's, as an IANA name; read again after sleep, in case the member has travelled. */
  timeZone: () => string;
  /** The current views of all services. */
  views: () => readonly ServiceView[];
  /** Shares an acknowledgement with other members. */
  share: Share;
}>;

export type NotificationPolicy = Readonly<{
  state: () => PolicyState;
  view: () => PolicyView;
  /** Whether all notifications are held now. */
  isQuiet: () => boolean;
  commands: PolicyCommands;
  onChange: Emitter<void>['on'];
  /** What changed while it was quiet and still applies. */
  onSummary: Emitter<QuietSummary>['on'];
  /** Loads the settings; until then every change is held. */
  restore: () => Promise<void>;
  /** Returns the changes that may be announced now, and holds the others. */
  admit: (changes: readonly Change[]) => readonly Change[];
  /** Call when the co-op's document has changed. */
  setCoop: (
    proposed: QuietHours | undefined,
    coop: string,
    services: readonly ScopedService[],
  ) => void;
  /** Call after a sleep or a clock jump. */
  wake: () => void;
  dispose: () => void;
}>;

export function createNotificationPolicy(deps: PolicyDeps): NotificationPolicy {
  const { clock } = deps;
  const changed = createEmitter<void>();
  const summaries = createEmitter<QuietSummary>();
  const settings = createLiveSettings(deps);
  const periods = createQuietPeriods(deps);
  let proposed: QuietHours | undefined;
  const told = createToldServices(settings, deps.views);
  const held = createHeldChanges(told.views);

  const hours = () => effectiveHours(settings.inForce(), proposed);
  const interval = () => periods.now(hours());
  const quietReason = (): QuietReason | undefined =>
    settings.isLoaded() ? quietReasonOf(settings.inForce(), interval()) : undefined;
  const { expire, review, dispose } = createReview({
    clock,
    settings,
    held,
    views: deps.views,
    interval,
    quietReason,
    onChange: changed.emit,
    onSummary: summaries.emit,
  });

  const set = (next: PolicyState) => {
    if (settings.set(next)) changed.emit();
  };

  const change = async (next: PolicyState): Promise<boolean> => {
    if (!settings.isLoaded()) return false;
    held.forgetKnown(settings.all(), next);
    set(next);
    review();
    return settings.saved();
  };

  const commands = createPolicyCommands({ ...deps, settings, periods, hours, change });

  return {
    state: settings.inForce,
    isQuiet: () => quietReason() !== undefined,
    view: () => viewOf(settings, proposed, quietReason()),
    commands,
    onChange: changed.on,
    onSummary: summaries.on,
    restore: async () => {
      await settings.load();
      review();
      changed.emit();
    },
    admit: (all) => {
      expire();
      set(endByRecovery(settings.all(), all));
      const changes = told.changes(all);
      const isAllHeld = !settings.isLoaded() || quietReason() !== undefined;
      const isHeld = ({ serviceId }: Change) =>
        isAllHeld || isQuiet(settings.inForce(), serviceId) || held.has(serviceId);
      const waiting = new Set(changes.filter(isHeld));
      held.hold([...waiting]);
      review();
      return changes.filter((one) => !waiting.has(one));
    },
    setCoop: (next, coop, services) => {
      proposed = next;
      told.setServices(services);
      periods.forget();
      const named = { coop, serviceIds: new Set(services.map(({ id }) => id)) };
      const isProven = deps.isClockProven();
      void change(followDocument(settings.all(), named, clock.nowUtcMs(), isProven));
    },
    wake: () => {
      periods.forget();
      review();
    },
    dispose: () => {
      for (const end of [dispose, changed.clear, summaries.clear]) end();
    },
  };
}

function viewOf(
  settings: LiveSettings,
  proposed: QuietHours | undefined,
  quietReason: QuietReason | undefined,
): PolicyView {
  const state = settings.inForce();
  return {
    quietHours: effectiveHours(state, proposed),
    setBy: state.quietHours ? 'member' : proposed ? 'coop' : 'app',
    scope: state.scope,
    damaged: settings.isDamaged(),
    ...(quietReason ? { quietReason } : {}),
  };
}
