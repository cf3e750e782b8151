/** A repository as what is sent there is bound to it: the same one, read by the same people. */
import * as v from 'valibot';
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { IssuePlace } from '../../../shared/feedback/place.ts';
import { placeOf } from '../../../shared/feedback/place.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { boundLimitMs, refuseOther, yesNo } from './bound.ts';
import { inTimeOr } from '../../platform/time-limit.ts';
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

const RepositorySchema = v.object({
  id: v.number(),
  private: v.boolean(),
  /** What is private may still be for all of a company. */
  visibility: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** One that is given to others keeps its number, and its old name leads to it. */
  owner: v.optional(v.object({ id: v.number() })),
});
const IssueSchema = v.object({ html_url: v.pipe(v.string(), v.maxLength(2000)) });

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
  return inTimeOr(boundLimitMs, (signal) => askRepository(read, plan, signal), stated);
}

/** A name that was given away leads to a repository of another number. */
export async function askRepository(
  read: GithubRead,
  plan: Pick<RepositoryPlan, 'repository' | 'public'>,
  signal: AbortSignal,
): Promise<Binding> {
  const [owner = '', repo = ''] = plan.repository.split('/');
  const found = await read('GET /repos/{owner}/{repo}', { owner, repo }, signal);
  const { success, output } = v.safeParse(RepositorySchema, found);
  if (!success) throw new DeliveryError(trouble('server-error'), {});
  const { id, visibility, owner: whose } = output;
  return {
    public: yesNo(plan.public || !output.private),
    repository: String(id),
    ...(visibility === undefined ? {} : { visibility }),
    ...(whose === undefined ? {} : { owner: String(whose.id) }),
  };
}

/** Looks where an issue is by now before it is answered: whoever may do so moves it to others' repositories. */
export function boundIssue(
  parts: Omit<BoundRepositoryParts, 'plan'> & Readonly<{ place: IssuePlace }>,
): Destination {
  const { read, place, bound, check, to } = parts;
  return {
    send: async (part, transactionId, signal) => {
      const { owner, repo } = await whereIs(read, place, signal);
      const repository = `${owner}/${repo}`;
      // Of a repository that nobody could ask about, the name is all that is known.
      const isNamed = bound['repository'] !== undefined;
      if (!isNamed) refuseOther({ place: `${place.owner}/${place.repo}` }, { place: repository });
      const plan = { repository, public: bound['public'] === 'yes' };
      refuseOther(bound, await askRepository(read, plan, signal));
      // The asking took its time.
      check();
      return to.send(part, transactionId, signal);
    },
  };
}

async function whereIs(
  read: GithubRead,
  { owner, repo, issueNumber }: IssuePlace,
  signal: AbortSignal,
): Promise<IssuePlace> {
  const asked = { owner, repo, issue_number: String(issueNumber) };
  const found = await read('GET /repos/{owner}/{repo}/issues/{issue_number}', asked, signal);
  const place = v.is(IssueSchema, found) ? placeOf(found.html_url) : undefined;
  if (place?.via !== 'github') throw new DeliveryError(trouble('server-error'), {});
  return place;
}
