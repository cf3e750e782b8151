/** What the member wrote or set, and what of it got lost. */
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../../shared/feedback/outbox.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import type { Mute } from '../../../shared/triage/mutes.ts';
import { isOver } from '../../../shared/notification-policy/mutes.ts';
import { endByRecovery, untouched } from '../../../shared/notification-policy/state.ts';
import type { Change } from '../../../shared/status/notices.ts';

const kinds = ['snoozes', 'acknowledgements', 'pauses', 'drafts', 'feedback', 'history'] as const;
export type Kind = (typeof kinds)[number];

export type Promises = Readonly<{
  /** A run that could not read its files never overwrites them, so what is set then need not survive. */
  begun: (sees: boolean) => void;
  /** The member has changed a setting. */
  promise: (change: (state: PolicyState) => PolicyState) => void;
  /** The disk has had time to store all settings. */
  keepPolicy: () => void;
  /** Ends what the rules themselves end. */
  recovered: (changes: readonly Change[]) => void;
  /** By the true time: a clock that is wrong for a moment ends nothing. */
  passed: (trueUtcMs: number) => void;
  /** The member writes; once it is `taken`, earlier texts no longer count. */
  write: (id: string, text: string) => void;
  taken: (id: string, text: string) => void;
  enter: (id: string) => void;
  discard: (id: string) => void;
  /** The app ended before the disk had stored everything. */
  cutOff: () => void;
  /**
   * Checks what a run must still have; each loss counts once. Services missing from the current document are skipped.
   */
  review: (policy: PolicyState, items: readonly Item[], named: ReadonlySet<string>) => void;
  miss: (kind: Kind, what: string) => void;
  drafts: () => readonly string[];
  entered: () => readonly string[];
  lost: () => Readonly<Record<Kind, number>>;
}>;

export function createPromises(log: (line: string) => void): Promises {
  /** In memory, and the part that the disk has had time to store. */
  let owed: PolicyState = untouched;
  let kept: PolicyState = untouched;
  /** By the id of the draft: texts of which one must be there. */
  const drafts = new Map<string, readonly string[]>();
  const entered = new Set<string>();
  const counts = new Map<Kind, number>();
  let sees = true;

  const miss = (kind: Kind, what: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    log(`lost of ${kind}: ${what}`);
  };
  const both = (change: (state: PolicyState) => PolicyState) => {
    owed = change(owed);
    kept = change(kept);
  };
  const reviewPolicy = (found: PolicyState, named: ReadonlySet<string>) => {
    const seen = ofServices(owed, (id) => named.has(id));
    const there = common(seen, found);
    for (const kind of ['snoozes', 'acknowledgements'] as const) {
      for (const id of seen[kind].keys()) if (!there[kind].has(id)) miss(kind, id);
    }
    if (owed.pause && !there.pause) miss('pauses', 'the pause of all');
    both((state) => {
      const left = common(state, found);
      const unseen = ofServices(state, (id) => !named.has(id));
      return {
        ...left,
        snoozes: new Map([...left.snoozes, ...unseen.snoozes]),
        acknowledgements: new Map([...left.acknowledgements, ...unseen.acknowledgements]),
      };
    });
  };

  return {
    begun: (next) => (sees = next),
    promise: (change) => {
      if (sees) owed = change(owed);
    },
    keepPolicy: () => (kept = owed),
    recovered: (changes) => both((state) => endByRecovery(state, changes)),
    passed: (trueUtcMs) => both((state) => lastingAt(state, trueUtcMs)),
    write: (id, text) => drafts.set(id, [...(drafts.get(id) ?? []), text]),
    taken: (id, text) => drafts.set(id, [text]),
    enter: (id) => {
      drafts.delete(id);
      entered.add(id);
    },
    discard: (id) => drafts.delete(id),
    cutOff: () => (owed = common(owed, kept)),
    review: (policy, items, named) => {
      reviewPolicy(policy, named);
      const found = new Map(items.map((item) => [item.id, item.draft]));
      for (const [id, texts] of drafts) {
        const text = found.get(id);
        if (text !== undefined && texts.includes(text)) continue;
        miss('drafts', id);
        drafts.delete(id);
      }
    },
    miss,
    drafts: () => [...drafts.keys()],
    entered: () => [...entered],
    lost: () =>
      Object.fromEntries(kinds.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<
        Kind,
        number
      >,
  };
}

function ofServices(state: PolicyState, isOne: (id: string) => boolean): PolicyState {
  const some = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([id]) => isOne(id)));
  return {
    ...state,
    snoozes: some(state.snoozes),
    acknowledgements: some(state.acknowledgements),
  };
}

/** Entries that are in both and equal. */
function common(a: PolicyState, b: PolicyState): PolicyState {
  const alike = <T>(ours: ReadonlyMap<string, T>, theirs: ReadonlyMap<string, T>) =>
    new Map([...ours].filter(([id, one]) => isDeepStrictEqual(one, theirs.get(id))));
  return {
    ...a,
    snoozes: alike(a.snoozes, b.snoozes),
    acknowledgements: alike(a.acknowledgements, b.acknowledgements),
    pause: isDeepStrictEqual(a.pause, b.pause) ? a.pause : undefined,
  };
}

function lastingAt(state: PolicyState, trueUtcMs: number): PolicyState {
  const lasting = <T extends Mute>(mutes: ReadonlyMap<string, T>) =>
    new Map([...mutes].filter(([, mute]) => !isOver(mute, trueUtcMs)));
  const { pause } = state;
  return {
    ...state,
    snoozes: lasting(state.snoozes),
    acknowledgements: lasting(state.acknowledgements),
    pause: pause && isOver(pause, trueUtcMs) ? undefined : pause,
  };
}
