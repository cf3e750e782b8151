/** Sends echo test reports and acknowledgements through the outbox. */
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';
import { neverLeft } from '../../../shared/feedback/outbox.ts';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import { isAsShown } from '../../../shared/feedback/shown-place.ts';
import type { DestinationView } from '../../../shared/feedback/state.ts';
import type { Outbox, Taken } from './outbox.ts';

/** An item: its id, chosen by the sender, the outbox's name of its destination, and what it is bound to. */
export type Post = Readonly<{
  id: string;
  destination: string;
  bound: Binding;
  /** The item that this one revokes: it goes to the same room, even if its alias has changed. */
  takesBack?: string;
}>;

export type Posting = Readonly<{
  /** To the acknowledgement room. */
  post: (title: string, content: string, to: Post) => Promise<Taken>;
  /** To a feedback room, as it was shown to the member: `look-again` if the document has changed it since. */
  report: (title: string, content: string, shown: ShownPlace) => Promise<Taken | 'look-again'>;
  /** Discards an item that is not sent yet; resolves to whether none of it can have arrived. */
  unsend: (id: string) => Promise<boolean>;
}>;

export type PostingDeps = Readonly<{
  outbox: Pick<Outbox, 'items' | 'saveDraft' | 'enter' | 'discard'>;
  newId: () => string;
  /** The destinations of feedback, and the acknowledgement room. */
  plans: () => Readonly<{
    feedback: readonly DestinationPlan[];
    seen: DestinationPlan | undefined;
  }>;
  view: (plan: DestinationPlan) => DestinationView;
  /** What an item sent there now is bound to. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
}>;

export function createPosting(deps: PostingDeps): Posting {
  const { outbox } = deps;
  const itemOf = (id: string | undefined) => outbox.items().find((one) => one.id === id);
  /** What discarded items were bound to: they may have arrived nevertheless. */
  const discarded = new Map<string, Binding | undefined>();
  const boundOf = (id = '') => itemOf(id)?.bound ?? discarded.get(id);
  const put = async (
    title: string,
    content: string,
    { id, destination, bound }: Post,
  ): Promise<Taken> => {
    const saved = await outbox.saveDraft(id, title, []);
    const contents = [{ kind: 'message' as const, content }];
    const taken =
      saved === 'taken' ? await outbox.enter(id, { destination, bound, contents }) : saved;
    // Not a draft by the member, so it must not stay as one.
    if (taken === 'unwritable') await outbox.discard(id);
    return taken;
  };

  return {
    post: async (title, content, to) => {
      const { seen } = deps.plans();
      const isNamed = seen !== undefined && destinationName(seen) === to.destination;
      const roomId = boundOf(to.takesBack)?.['roomId'];
      const bound = {
        ...(isNamed ? await deps.bound(seen) : {}),
        ...(roomId === undefined ? {} : { roomId }),
        // What the member was shown takes precedence over the current facts.
        ...to.bound,
      };
      return put(title, content, { ...to, bound });
    },
    report: async (title, content, shown) => {
      const all = deps.plans().feedback;
      const room = all.find((one) => one.via === 'matrix' && isAsShown(shown, deps.view(one)));
      if (!room) return 'look-again';
      const destination = destinationName(room);
      return put(title, content, {
        id: deps.newId(),
        destination,
        bound: await deps.bound(room),
      });
    },
    unsend: async (id) => {
      const item = itemOf(id);
      if (!item || item.phase.at === 'sent') return false;
      discarded.set(id, item.bound);
      await outbox.discard(id);
      return neverLeft(item);
    },
  };
}
