/** Feedback: drafts, the outbox, and where an item can go. */
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan, FeedbackPlan, Staging } from '../../../shared/coop/feedback.ts';
import type { About } from '../../../shared/feedback/item.ts';
import type { Template } from '../../../shared/feedback/issue-template.ts';
import type {
  Answers,
  DestinationView,
  Draft,
  FeedbackState,
} from '../../../shared/feedback/state.ts';
import type { Similar } from '../../../shared/feedback/similar.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Builds } from './builds.ts';
import type { Drafts } from './drafts.ts';
import { createDrafts } from './drafts.ts';
import type { Outbox } from './outbox.ts';
import type { Posting } from './posting.ts';
import { createPosting } from './posting.ts';
import type { Sending } from './sending.ts';
import { createSending } from './sending.ts';
import type { SimilarSearchDeps } from './similar-search.ts';
import { createSimilarSearch } from './similar-search.ts';
import { destinationView, itemViews } from './views.ts';

/** Where feedback can go, as far as the accounts allow it. */
export type Places = Pick<SimilarSearchDeps, 'bound' | 'similar' | 'plusOne'> &
  Readonly<{
    /** The part of a destination's binding that is known without a request. */
    named: (plan: DestinationPlan) => Binding;
    ready: (plan: DestinationPlan) => DestinationView['ready'];
    /** The repository's template; undefined if it has none, or on failure. */
    template: (plan: DestinationPlan) => Promise<Template | undefined>;
    /** The address of a repository, below which GitHub has its form for a new issue. */
    repositoryUrl: (repository: string) => string;
  }>;

export type FeedbackDeps = Readonly<{
  t: Translate;
  outbox: Outbox;
  /** Answers to an item; undefined if there can be none. */
  answersTo: (itemId: string) => Answers | undefined;
  readAttachment: (id: string) => Promise<Uint8Array>;
  newId: () => string;
  places: Places;
  builds: Builds;
  /** Such as `Coop Tray 0.1.0, Debian 12`. */
  system: string;
  /** The app's diagnostics about it, as text. */
  diagnostics: (about: About) => string;
  /** The last lines of the log, redacted. */
  logTail: (limitBytes: number) => Promise<string>;
  openAddress: (url: string) => void;
}>;

export type Feedback = Posting &
  Drafts &
  Pick<Sending, 'preview' | 'send' | 'openForm'> &
  Readonly<{
    state: () => FeedbackState;
    /** `ackRoom`: the acknowledgement room, which takes no feedback. */
    setPlan: (plan: FeedbackPlan | undefined, ackRoom: DestinationPlan | undefined) => void;
    /** Call when the accounts have changed, or the connection is back. */
    wake: () => void;
    refreshBuilds: () => void;
    retry: (id: string) => Promise<void>;
    discard: (id: string) => Promise<void>;
    openSent: (id: string) => void;
    /** Searches for similar feedback. */
    similar: (draft: Draft) => Promise<readonly Similar[]>;
    plusOne: (id: string) => Promise<'done' | 'failed'>;
    openSimilar: (id: string) => void;
    /** Returns the function that unsubscribes. */
    onChange: (listener: () => void) => () => void;
    /** Call when answers have changed. */
    tell: () => void;
    dispose: () => void;
  }>;

export function createFeedback(deps: FeedbackDeps): Feedback {
  const { t, outbox, places, builds, openAddress } = deps;
  const changes = createEmitter<void>();
  let plan: FeedbackPlan | undefined;
  let ackRoom: DestinationPlan | undefined;
  outbox.onChange(changes.emit);
  builds.onChange(changes.emit);

  const view = (one: DestinationPlan) => destinationView(t, one, places.ready(one));
  const destinationOf = ({ destinationId }: Draft) => {
    const all = plan?.destinations ?? [];
    return all.find(({ id }) => id === destinationId) ?? all[0];
  };
  const search = createSimilarSearch({ ...places, openAddress });
  const { forget, clear, ...sending } = createSending({ ...deps, destinationOf, view });
  const posting = createPosting({
    outbox,
    newId: deps.newId,
    plans: () => ({ feedback: plan?.destinations ?? [], seen: ackRoom }),
    view,
    bound: places.bound,
  });

  return {
    ...posting,
    ...createDrafts(deps),
    ...sending,
    state: () => {
      const destinations = (plan?.destinations ?? []).map(view);
      const all = [...destinations, ...(ackRoom ? [view(ackRoom)] : [])];
      return {
        destinations,
        staging: (plan?.staging ?? []).map((site) => stagingView(site, builds)),
        ...(plan?.appVersion === undefined ? {} : { newestApp: plan.appVersion }),
        items: itemViews(t, outbox.items(), all, deps.answersTo),
        unreadable: outbox.unreadable(),
        writable: outbox.isWritable(),
      };
    },
    setPlan: (next, nextAckRoom) => {
      plan = next;
      ackRoom = nextAckRoom;
      clear();
      search.clear();
      changes.emit();
    },
    wake: () => {
      outbox.wake();
      changes.emit();
    },
    refreshBuilds: () => builds.refresh(plan?.staging ?? []),
    retry: outbox.retry,
    discard: async (id) => {
      forget(id);
      await outbox.discard(id);
    },
    openSent: (id) => {
      const phase = outbox.items().find((one) => one.id === id)?.phase;
      const link = phase?.at === 'sent' ? phase.permalink : undefined;
      if (link !== undefined && /^https?:\/\//iu.test(link)) openAddress(link);
    },
    similar: async (draft) => {
      const destination = destinationOf(draft);
      // Nothing tells which other things it is like.
      if (!destination || !draft.about || draft.about.what === 'other') return [];
      return search.run(destination, { about: draft.about, text: draft.text });
    },
    plusOne: search.plusOne,
    openSimilar: search.open,
    onChange: changes.on,
    tell: changes.emit,
    dispose: () => {
      outbox.dispose();
      changes.clear();
    },
  };
}

function stagingView({ id, name }: Staging, builds: Builds) {
  const newest = builds.newest().get(id);
  return { id, name, ...(newest === undefined ? {} : { newest }) };
}
