/** A member who writes, snoozes and acknowledges all day, whatever happens. */
import type { Destination } from '../../../main/features/feedback/deliver.ts';
import {
  withAcknowledgement,
  withPause,
  withSnooze,
} from '../../../shared/notification-policy/state.ts';
import { acknowledgeLengths, muteLengths } from '../../../shared/triage/mutes.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { lastingIds } from './coop.ts';
import type { Dice } from './dice.ts';
import type { Life } from './life.ts';
import type { Promises } from './promises.ts';
import type { World } from './world.ts';

export type Member = Readonly<{
  /** Does one thing. Never resolves when the app is killed before it answers. */
  act: (life: Life) => Promise<void>;
}>;

const bound = { via: 'matrix', place: 'room' };

export function createMember(
  parts: Readonly<{
    dice: Dice;
    promises: Promises;
    newId: () => string;
    log: (line: string) => void;
  }>,
): Member {
  const { dice, promises } = parts;

  const snooze = ({ policy }: Life) => {
    const id = dice.pick(lastingIds);
    const length = dice.pick(muteLengths);
    parts.log(`snooze of ${id}: ${length}`);
    void policy.commands.snooze(id, length);
    promises.promise((state) => withSnooze(state, id, policy.state().snoozes.get(id)));
  };
  const acknowledge = ({ policy }: Life) => {
    const id = dice.pick(lastingIds);
    const length = dice.pick(acknowledgeLengths);
    parts.log(`acknowledgement of ${id}: ${length}`);
    void policy.commands.acknowledge(id, 'I have seen it.', length);
    const seen = policy.state().acknowledgements.get(id);
    promises.promise((state) => withAcknowledgement(state, id, seen));
  };
  const pause = ({ policy }: Life) => {
    if (policy.state().pause) void policy.commands.resume();
    else void policy.commands.pause(dice.pick(muteLengths));
    promises.promise((state) => withPause(state, policy.state().pause));
  };
  const write = async ({ outbox }: Life) => {
    const known = promises.drafts();
    const id = known.length > 0 && dice.happens(0.5) ? dice.pick(known) : parts.newId();
    const text = `It is slow (${parts.newId()}).`;
    promises.write(id, text);
    const taken = await outbox.saveDraft(id, text, []);
    if (taken === 'taken') promises.taken(id, text);
    // The member sees the failure, so it need not survive.
    else promises.discard(id);
  };
  const send = async ({ outbox }: Life) => {
    const [id] = promises.drafts();
    if (id === undefined) return;
    const contents = [{ kind: 'message' as const, content: id }];
    if ((await outbox.enter(id, { destination: 'room', bound, contents })) === 'taken') {
      promises.enter(id);
    }
  };
  const discard = ({ outbox }: Life) => {
    const id = promises.drafts().at(-1);
    if (id === undefined) return;
    promises.discard(id);
    void outbox.discard(id);
  };
  const checkAll = ({ monitor }: Life) => monitor.checkNow();
  /** Frequent actions are listed several times. */
  const acts: readonly ((life: Life) => void | Promise<void>)[] = [
    snooze,
    acknowledge,
    pause,
    write,
    write,
    write,
    send,
    send,
    discard,
    checkAll,
  ];

  return {
    act: async (life) => {
      const act = dice.pick(acts);
      parts.log(`the member: ${act.name}`);
      await act(life);
    },
  };
}

/** A server that deduplicates by transaction id, over the same line as everything else. */
export function createServer(world: World, dice: Dice) {
  /** What has arrived, by transaction id. */
  const made = new Map<string, string>();
  const destination: Destination = {
    send: async ({ content }, transactionId) => {
      if (world.line() !== 'good') throw new DeliveryError(trouble('offline'), {});
      if (dice.happens(0.2)) throw new DeliveryError(trouble('server-error', { status: 502 }), {});
      made.set(transactionId, content);
      if (dice.happens(0.2)) throw new DeliveryError(trouble('timeout'), {});
      return { id: `$${transactionId}` };
    },
  };
  return { destination, arrived: () => [...made.values()] };
}
