/** Sends to a repository only if it is the one that the item is bound to, with the same readers. */
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

export type BoundRepositoryDeps = Readonly<{
  read: GithubRead;
  plan: RepositoryPlan;
  bound: Binding;
  /** Throws DeliveryError if the document or the account has changed. */
  check: () => void;
  to: Destination;
}>;

const RepositorySchema = v.object({
  id: v.number(),
  private: v.boolean(),
  /** An `internal` repository is private, but open to a whole company. */
  visibility: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** A transferred repository keeps its id, and its old name redirects to it. */
  owner: v.optional(v.object({ id: v.number() })),
});
const IssueSchema = v.object({ html_url: v.pipe(v.string(), v.maxLength(2000)) });

/** Checks the repository before each part. */
export function boundRepository(deps: BoundRepositoryDeps): Destination {
  const { read, plan, bound, check, to } = deps;
  return {
    send: async (part, transactionId, signal) => {
      const isStated =
        plan.public && bound['public'] === 'yes' && bound['repository'] === undefined;
      if (!isStated) refuseOther(bound, await askRepository(read, plan, signal));
      // The account may have changed during the request.
      check();
      return to.send(part, transactionId, signal);
    },
  };
}

/** The repository's id and readers; those stated by the document if GitHub does not answer in time. */
export function repositoryFacts(read: GithubRead, plan: RepositoryPlan): Promise<Binding> {
  const stated = { public: yesNo(plan.public) };
  return inTimeOr(boundLimitMs, (signal) => askRepository(read, plan, signal), stated);
}

/** Includes the id, since a reused name leads to another repository. */
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

/** Checks the issue's repository before each reply: maintainers can transfer issues. */
export function boundIssue(
  deps: Omit<BoundRepositoryDeps, 'plan'> & Readonly<{ place: IssuePlace }>,
): Destination {
  const { read, place, bound, check, to } = deps;
  return {
    send: async (part, transactionId, signal) => {
      const { owner, repo } = await whereIs(read, place, signal);
      const repository = `${owner}/${repo}`;
      // If GitHub did not answer at the time of binding, only the repository's name is known.
      const isNamed = bound['repository'] !== undefined;
      if (!isNamed) refuseOther({ place: `${place.owner}/${place.repo}` }, { place: repository });
      const plan = { repository, public: bound['public'] === 'yes' };
      refuseOther(bound, await askRepository(read, plan, signal));
      // The account may have changed during the request.
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
