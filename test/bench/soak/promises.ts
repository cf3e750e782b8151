/** What the member wrote or was promised, and what of it cannot be found any more. */
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
  /** A life that could not read what is kept writes nothing over it: what is set then is promised to nobody. */
  begun: (sees: boolean) => void;
  /** The member has set something. */
  promise: (change: (state: PolicyState) => PolicyState) => void;
  /** The disk has had the time to keep all that was set. */
  keepPolicy: () => void;
  /** What the rules themselves end. */
  recovered: (changes: readonly Change[]) => void;
  /** By the clock of all others: one that is wrong for a moment ends nothing. */
  passed: (trueUtcMs: number) => void;
  /** The member writes; once it is `taken` nothing that was written before will do. */
  write: (id: string, text: string) => void;
  taken: (id: string, text: string) => void;
  enter: (id: string) => void;
  discard: (id: string) => void;
  /** The app has ended before the disk had all. */
  cutOff: () => void;
  /**
   * Looks for what a life has been promised; whatever is lost is counted once. Of services that the document does not
   * name for the time being, nothing is to be seen.
   */
  review: (policy: PolicyState, items: readonly Item[], named: ReadonlySet<string>) => void;
  miss: (kind: Kind, what: string) => void;
  drafts: () => readonly string[];
  entered: () => readonly string[];
  lost: () => Readonly<Record<Kind, number>>;
}>;

export function createPromises(log: (line: string) => void): Promises {
  /** In memory, and of that what the disk has had time to keep. */
  let owed: PolicyState = untouched;
  let kept: PolicyState = untouched;
  /** By the id of the draft, the texts of which one must be there. */
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

/** What both have, and have alike. */
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
