/** A member's policy: quiet hours, snoozes, acknowledgements, and the changes they hold. Runs under plain Node. */
import { setImmediate as breathe } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { NamedServices } from '../../../shared/notification-policy/follow-document.ts';
import { followDocument } from '../../../shared/notification-policy/follow-document.ts';
import type { QuietSummary } from '../../../shared/notification-policy/deferral.ts';
import { hold, remind } from '../../../shared/notification-policy/deferral.ts';
import type {
  AcknowledgeLength,
  Acknowledgement,
  MuteLength,
} from '../../../shared/triage/mutes.ts';
import { acknowledgementFor, muteFor } from '../../../shared/notification-policy/mutes.ts';
import { cutToReason } from '../../../shared/triage/mutes.ts';
import type { ChosenPlace, ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { Waiting } from '../../../shared/notification-policy/release.ts';
import { releaseHeld, settleMs } from '../../../shared/notification-policy/release.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import {
  effectiveHours,
  endByRecovery,
  holdingAt,
  isQuiet,
  newlyEnded,
  nextEndUtcMs,
  untouched,
  withAcknowledgement,
  withPause,
  withSnooze,
} from '../../../shared/notification-policy/state.ts';
import type { Hush, PolicyView } from '../../../shared/notification-policy/view.ts';
import { redacting } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Stretch } from './quiet-periods.ts';
import { covers, hushOf, stretchAt } from './quiet-periods.ts';
import { createSettings } from './settings.ts';
import type { Share } from '../../features/acknowledgements/sharing.ts';

export type PolicyParts = Readonly<{
  clock: Clock;
  store: TextStore;
  /** Whether what is over may be forgotten: a clock that was wrong for a moment would end what the member asked for. */
  isClockProven: () => boolean;
  /** The member's, as an IANA name; asked again after a sleep, which may have been a journey. */
  timeZone: () => string;
  /** How the services are now. */
  views: () => readonly ServiceView[];
  /** Tells the others, where the member wants it. */
  share: Share;
  /** Tells what changed while it was quiet and still stands. */
  show: (summary: QuietSummary) => void;
}>;

/** Each holds at once; what it resolves to is whether the disk has it, too. */
export type PolicyCommands = Readonly<{
  snooze: (serviceId: string, length: MuteLength) => Promise<boolean>;
  unsnooze: (serviceId: string) => Promise<boolean>;
  acknowledge: (serviceId: string, reason: string, length: AcknowledgeLength) => Promise<boolean>;
  /**
   * Tells the others of what was acknowledged here, in the place that the member chose, without what is taken out of
   * it: `kept` is what the member has put back.
   */
  share: (serviceId: string, place: ChosenPlace, kept?: readonly string[]) => Promise<ShareOutcome>;
  /** Takes it back here, and from the others where they were told; it stays where that is not possible now. */
  withdraw: (serviceId: string) => Promise<ShareOutcome>;
  /** Holds all notifications. */
  pause: (length: MuteLength) => Promise<boolean>;
  resume: () => Promise<boolean>;
  setQuietHours: (quietHours: QuietHours) => Promise<boolean>;
}>;

export type NotificationPolicy = Readonly<{
  state: () => PolicyState;
  view: () => PolicyView;
  commands: PolicyCommands;
  onChange: (listener: () => void) => void;
  /** Takes the settings up; until then every change is held. */
  restore: () => Promise<void>;
  /** Gives those of the changes that may be told now, and keeps the others. */
  admit: (changes: readonly Change[]) => readonly Change[];
  /** What the co-op's document says. */
  setCoop: (proposed: QuietHours | undefined, named: NamedServices) => void;
  /** Looks at the clock again, after a sleep or a jump. */
  wake: () => void;
  dispose: () => void;
}>;

/** Timers stand still while the machine sleeps, so a long one is never trusted; in ms. */
const longestTimerMs = 6 * 3_600_000;

export function createNotificationPolicy(parts: PolicyParts): NotificationPolicy {
  const { clock } = parts;
  const settings = createSettings(parts.store);
  const listeners = new Set<() => void>();
  /** All that the member asked for and that is not over for good, as the file has it. */
  let kept: PolicyState = untouched;
  /** What of it holds by the clock, right or wrong. */
  let state: PolicyState = untouched;
  let waiting: Waiting = { held: new Map() };
  let proposed: QuietHours | undefined;
  let restored = false;
  let damaged = false;
  let stretch: Stretch | undefined;
  let toldStretch: Stretch | undefined;
  let cancelTimer = () => {};
  /** Whether the disk has the last that was set. */
  let saved = Promise.resolve(true);

  const stretchNow = (): Stretch => {
    const now = clock.nowUtcMs();
    if (!stretch || !covers(stretch, now)) {
      stretch = stretchAt(effectiveHours(state, proposed), now, parts.timeZone());
    }
    return stretch;
  };

  const quietReason = (): Hush | undefined => (restored ? hushOf(state, stretchNow()) : undefined);

  const set = (next: PolicyState) => {
    if (next === kept) return;
    kept = next;
    state = holdingAt(kept, clock.nowUtcMs());
    saved = settings.save(kept);
    tell();
  };

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const endWhatIsOver = (nowUtcMs: number) => {
    const before = state;
    state = holdingAt(kept, nowUtcMs);
    if (kept !== state && parts.isClockProven()) {
      kept = state;
      saved = settings.save(kept);
    }
    const ranOut = new Set(newlyEnded(before, state));
    const begun = newlyEnded(state, before).length;
    if (ranOut.size + begun > 0 || before.pause !== state.pause) tell();
    if (ranOut.size === 0) return;
    const over = parts.views().filter((view) => ranOut.has(view.id));
    waiting = { ...waiting, held: remind(waiting.held, over) };
  };

  const release = (nowUtcMs: number) => {
    if (waiting.held.size === 0) return;
    if (quietReason()) {
      waiting = { held: waiting.held };
      return;
    }
    const isFree = (serviceId: string) => !isQuiet(state, serviceId);
    const released = releaseHeld(waiting, parts.views(), isFree, nowUtcMs);
    waiting = released.waiting;
    if (released.summary) parts.show(released.summary);
  };

  const setTimer = (nowUtcMs: number) => {
    cancelTimer();
    const moments = [
      nextEndUtcMs(state),
      stretchNow().untilUtcMs,
      waiting.sinceUtcMs === undefined ? undefined : waiting.sinceUtcMs + settleMs,
    ].filter((moment) => moment !== undefined);
    const delayMs = Math.min(longestTimerMs, ...moments.map((moment) => moment - nowUtcMs));
    cancelTimer = clock.after(Math.max(0, delayMs), review);
  };

  /** Brings everything up to the time that it is. */
  const review = () => {
    if (!restored) return;
    const nowUtcMs = clock.nowUtcMs();
    endWhatIsOver(nowUtcMs);
    release(nowUtcMs);
    setTimer(nowUtcMs);
    if (toldStretch === stretch) return;
    toldStretch = stretch;
    tell();
  };

  const change = async (next: PolicyState): Promise<boolean> => {
    // The file would be lost if something else were kept before it was read.
    if (!restored) return false;
    set(next);
    review();
    return saved;
  };

  const mute = (length: MuteLength) =>
    muteFor(length, clock.nowUtcMs(), effectiveHours(state, proposed), parts.timeZone());

  const acknowledge = (serviceId: string, acknowledgement: Acknowledgement | undefined) =>
    change(withAcknowledgement(kept, serviceId, acknowledgement));

  /** Unless it has become another meanwhile. */
  const replace = (
    serviceId: string,
    mine: Acknowledgement | undefined,
    next: Acknowledgement | undefined,
  ) => {
    if (kept.acknowledgements.get(serviceId) === mine) void acknowledge(serviceId, next);
  };

  return {
    state: () => state,
    view: () => {
      const hushed = quietReason();
      return {
        quietHours: effectiveHours(state, proposed),
        setBy: setBy(state, proposed),
        damaged,
        ...(hushed ? { quietReason: hushed } : {}),
      };
    },
    commands: {
      snooze: (serviceId, length) => change(withSnooze(kept, serviceId, mute(length))),
      unsnooze: (serviceId) => change(withSnooze(kept, serviceId, undefined)),
      acknowledge: (serviceId, reason, length) =>
        acknowledge(serviceId, acknowledgementFor(length, clock.nowUtcMs(), reason)),
      share: async (serviceId, { room, userId }, kept) => {
        const mine = state.acknowledgements.get(serviceId);
        if (!mine) return 'nowhere';
        const shared = { room, userId, itemId: randomUUID() };
        const told: Acknowledgement = { ...mine, shared };
        // Noted first, and nobody is told before it is: after a crash in between it can still be taken back.
        if (!(await acknowledge(serviceId, told))) {
          replace(serviceId, told, mine);
          return 'unwritable';
        }
        const { text } = await inSteps(redacting(mine.reason, kept), breathe);
        const acknowledgement = { ...mine, reason: cutToReason(text) };
        const outcome = await parts.share({ serviceId, shared, acknowledgement });
        if (outcome !== 'taken') replace(serviceId, told, mine);
        return outcome;
      },
      withdraw: async (serviceId) => {
        const mine = state.acknowledgements.get(serviceId);
        const shared = mine?.shared;
        const outcome = shared ? await parts.share({ serviceId, shared }) : 'here-only';
        if (outcome === 'taken' || !shared) replace(serviceId, mine, undefined);
        return outcome;
      },
      pause: (length) => change(withPause(kept, mute(length))),
      resume: () => change(withPause(kept, undefined)),
      setQuietHours: (quietHours) => {
        stretch = undefined;
        damaged = false;
        return change({ ...kept, quietHours });
      },
    },
    onChange: (listener) => void listeners.add(listener),
    restore: async () => {
      ({ state: kept, damaged } = await settings.load());
      state = kept;
      restored = true;
      review();
      tell();
    },
    admit: (changes) => {
      endWhatIsOver(clock.nowUtcMs());
      set(endByRecovery(kept, changes));
      const all = !restored || quietReason() !== undefined;
      const mustHold = (id: string) => all || isQuiet(state, id) || waiting.held.has(id);
      const held = new Set(changes.filter((one) => mustHold(one.serviceId)));
      waiting = { ...waiting, held: hold(waiting.held, [...held]) };
      review();
      return changes.filter((one) => !held.has(one));
    },
    setCoop: (next, named) => {
      proposed = next;
      stretch = undefined;
      void change(followDocument(kept, named, clock.nowUtcMs(), parts.isClockProven()));
    },
    wake: () => {
      stretch = undefined;
      review();
    },
    dispose: () => {
      cancelTimer();
      listeners.clear();
    },
  };
}

function setBy(state: PolicyState, proposed: QuietHours | undefined): PolicyView['setBy'] {
  if (state.quietHours) return 'member';
  return proposed ? 'coop' : 'app';
}
