/** The outbox as features other than feedback use it. */
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import type { Result } from '../../../shared/ipc.ts';

/** A message for the acknowledgement room. */
export type AckPost = Readonly<{
  /** Chosen by the sender. */
  id: string;
  room: string;
  bound: Binding;
  /** The item that this one withdraws; sent to the same room even if the document now names another. */
  takesBack?: string;
}>;

/** Sends acknowledgements. Each rejects if the outbox cannot be loaded. */
export type AckOutbox = Readonly<{
  post: (title: string, content: string, to: AckPost) => Promise<ShareOutcome>;
  /** Removes an unsent item; resolves to whether no part of it can have arrived. */
  unsend: (itemId: string) => Promise<boolean>;
}>;

/** Sends a report to the feedback room that the member was shown; `look-again` if the document now names another. */
export type SendReport = (
  title: string,
  content: string,
  shown: ShownPlace,
) => Promise<Result<'echo.send'>>;
