/** Sends what is no feedback through the outbox: a report of the echo test, and what a member has seen. */
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';
import { neverLeft } from '../../../shared/feedback/outbox.ts';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import { isAsShown } from '../../../shared/feedback/shown-place.ts';
import type { DestinationView } from '../../../shared/feedback/state.ts';
import type { Outbox, Taken } from './outbox.ts';

/** An item by an id of the sender's choice, the outbox's name of where it goes, and to what it is bound. */
export type Post = Readonly<{
  id: string;
  destination: string;
  bound: Binding;
  /** The item that this one takes back: it goes to the same room, whatever that one's name leads to by now. */
  takesBack?: string;
}>;

export type Posting = Readonly<{
  /** To the room of acknowledgements. */
  post: (title: string, content: string, to: Post) => Promise<Taken>;
  /** To a room for feedback, as the member was shown it: `look-again` where the document names another by now. */
  report: (title: string, content: string, shown: ShownPlace) => Promise<Taken | 'look-again'>;
  /** Takes back what was posted and is not sent yet; resolves to whether nothing of it can have arrived. */
  unsend: (id: string) => Promise<boolean>;
}>;

export type PostingParts = Readonly<{
  outbox: Pick<Outbox, 'items' | 'saveDraft' | 'enter' | 'discard'>;
  newId: () => string;
  /** Where feedback goes, and the room of acknowledgements. */
  plans: () => Readonly<{
    feedback: readonly DestinationPlan[];
    seen: DestinationPlan | undefined;
  }>;
  view: (plan: DestinationPlan) => DestinationView;
  /** To what is bound what is sent there now. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
}>;

export function createPosting(parts: PostingParts): Posting {
  const { outbox } = parts;
  const itemOf = (id: string | undefined) => outbox.items().find((one) => one.id === id);
  /** To what was bound what is discarded, and may have arrived all the same. */
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
    // It was never a draft of the member's: none is left behind.
    if (taken === 'unwritable') await outbox.discard(id);
    return taken;
  };

  return {
    post: async (title, content, to) => {
      const { seen } = parts.plans();
      const isNamed = seen !== undefined && destinationName(seen) === to.destination;
      const roomId = boundOf(to.takesBack)?.['roomId'];
      const bound = {
        ...(isNamed ? await parts.bound(seen) : {}),
        ...(roomId === undefined ? {} : { roomId }),
        // What the sender has shown comes before what is there by now.
        ...to.bound,
      };
      return put(title, content, { ...to, bound });
    },
    report: async (title, content, shown) => {
      const all = parts.plans().feedback;
      const room = all.find((one) => one.via === 'matrix' && isAsShown(shown, parts.view(one)));
      if (!room) return 'look-again';
      const destination = destinationName(room);
      return put(title, content, {
        id: parts.newId(),
        destination,
        bound: await parts.bound(room),
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
