/** A repository as what is sent there is bound to it: the same one, read by the same people. */
import * as v from 'valibot';
import type { Binding } from '../../shared/binding.ts';
import type { DestinationPlan } from '../../shared/coop/feedback.ts';
import { DeliveryError, trouble } from '../../shared/feedback/trouble.ts';
import { refuseOther, soonOr, yesNo } from './bound.ts';
import type { Destination } from './deliver.ts';
import type { GithubRead } from './templates.ts';

export type RepositoryPlan = Extract<DestinationPlan, Readonly<{ via: 'github' }>>;

export type BoundRepositoryParts = Readonly<{
  read: GithubRead;
  plan: RepositoryPlan;
  bound: Binding;
  /** Throws DeliveryError where the document or the account is another by now. */
  check: () => void;
  to: Destination;
}>;

const RepositorySchema = v.object({ id: v.number(), private: v.boolean() });

/** Looks at the repository before each part, and sends it only to what it is bound to. */
export function boundRepository(parts: BoundRepositoryParts): Destination {
  const { read, plan, bound, check, to } = parts;
  return {
    send: async (part, transactionId, signal) => {
      const isStated =
        plan.public && bound['public'] === 'yes' && bound['repository'] === undefined;
      if (!isStated) refuseOther(bound, await askRepository(read, plan, signal));
      // The asking took its time.
      check();
      return to.send(part, transactionId, signal);
    },
  };
}

/** Which repository it is and who can read it; where nobody can be asked, what the document says of it. */
export function repositoryFacts(read: GithubRead, plan: RepositoryPlan): Promise<Binding> {
  const stated = { public: yesNo(plan.public) };
  return soonOr((signal) => askRepository(read, plan, signal), stated);
}

/** A name that was given away leads to a repository of another number. */
async function askRepository(
  read: GithubRead,
  plan: RepositoryPlan,
  signal: AbortSignal,
): Promise<Binding> {
  const [owner = '', repo = ''] = plan.repository.split('/');
  const found = await read('GET /repos/{owner}/{repo}', { owner, repo }, signal);
  const { success, output } = v.safeParse(RepositorySchema, found);
  if (!success) throw new DeliveryError(trouble('server-error'), {});
  return { public: yesNo(plan.public || !output.private), repository: String(output.id) };
}
