/** A repository that takes feedback as issues. */
import * as v from 'valibot';
import { IssueContentSchema } from '../../../../shared/feedback/issue-content.ts';
import type { Lenient } from '../../../../shared/lists/lenient-array.ts';
import { lenientArray } from '../../../../shared/lists/lenient-array.ts';
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import type { GithubApi, IssueOutcome, Repository } from '../../contracts/github.ts';

const LoginSchema = v.object({ login: v.pipe(v.string(), v.maxLength(100)) });
const IssueSchema = v.object({
  number: v.pipe(v.number(), v.integer()),
  html_url: v.pipe(v.string(), v.url(), v.maxLength(2000)),
  state: v.picklist(['open', 'closed']),
  state_reason: v.optional(v.nullable(v.string())),
  closed_at: v.optional(v.nullable(v.string())),
  closed_by: v.fallback(v.optional(v.nullable(LoginSchema)), undefined),
  body: v.optional(v.nullable(v.string())),
  user: v.fallback(v.nullable(LoginSchema), null),
  labels: v.fallback(
    lenientArray(
      v.union([
        v.string(),
        v.pipe(
          v.object({ name: v.string() }),
          v.transform(({ name }) => name),
        ),
      ]),
    ),
    { items: [], dropped: 0 },
  ),
});
type Issue = v.InferOutput<typeof IssueSchema>;

const CommentSchema = v.object({
  id: v.number(),
  body: v.string(),
  created_at: v.string(),
  user: v.fallback(v.nullable(LoginSchema), null),
});

type Comment = v.InferOutput<typeof CommentSchema>;
const CommentsSchema = lenientArray(CommentSchema);

export type RepositoryDeps = Readonly<{
  api: GithubApi;
  /** Called before each write; throws if the member or the repository has changed. */
  check: () => void;
  owner: string;
  repo: string;
}>;

const BodySchema = v.object({ body: v.string() });
/** Only at the very end: elsewhere it may be quoted. */
const markerPattern = /<!-- coop-tray [\w-]+ -->$/;
const issueAt = '/repos/{owner}/{repo}/issues/{issue_number}';
const commentsAt = `${issueAt}/comments`;
const pageSize = 100;
/** Pages of comments to read at most. */
const pagesLimit = 10;

export function createRepository({ api, check, owner, repo }: RepositoryDeps): Repository {
  const write: GithubApi['write'] = async (...asked) => {
    check();
    return api.write(...asked);
  };
  const me = async (signal: AbortSignal) =>
    checked(LoginSchema, await api.read('GET /user', {}, signal)).login;
  /** GitHub has no idempotency keys, so this searches the member's own issues for the marker. */
  const findSent = async (marker: string, signal: AbortSignal): Promise<Issue | undefined> => {
    const creator = await me(signal);
    const asked = { owner, repo, creator, state: 'all', per_page: pageSize };
    const found = await api.read('GET /repos/{owner}/{repo}/issues', asked, signal);
    return checked(lenientArray(IssueSchema), found).items.find(isOwn(creator, marker));
  };
  /** Oldest first. */
  const commentsOf = async (
    issueNumber: number,
    signal: AbortSignal,
  ): Promise<Lenient<Comment>> => {
    const items: Comment[] = [];
    let dropped = 0;
    for (let page = 1; page <= pagesLimit; page += 1) {
      const asked = { owner, repo, issue_number: issueNumber, per_page: pageSize, page };
      const some = checked(CommentsSchema, await api.read(`GET ${commentsAt}`, asked, signal));
      items.push(...some.items);
      dropped += some.dropped;
      if (some.items.length + some.dropped < pageSize) break;
    }
    return { items, dropped };
  };

  return {
    send: async ({ kind, content }, _transactionId, signal) => {
      const given = v.safeParse(IssueContentSchema, JSON.parse(content));
      const marker = given.success ? markerOf(given.output.body) : undefined;
      // The API takes no files, and an issue without a marker could be created twice.
      if (kind !== 'message' || !given.success || !marker) {
        throw new DeliveryError(trouble('internal'), false);
      }
      const asked = { owner, repo, ...given.output };
      const issue =
        (await findSent(marker, signal)) ??
        checked(IssueSchema, await write('POST /repos/{owner}/{repo}/issues', asked, signal));
      // GitHub matches labels regardless of case, and returns its own spelling.
      const has = new Set(issue.labels.items.map((name) => name.toLowerCase()));
      const dropped = given.output.labels.filter((label) => !has.has(label.toLowerCase()));
      return {
        id: String(issue.number),
        permalink: issue.html_url,
        ...(dropped.length > 0 ? { labelsDropped: dropped } : {}),
      };
    },
    comment: async (issueNumber, content, signal) => {
      const { body } = v.parse(BodySchema, JSON.parse(content));
      const marker = markerOf(body);
      if (!marker) throw new DeliveryError(trouble('internal'), false);
      const { items } = await commentsOf(issueNumber, signal);
      const known = items.find(isOwn(await me(signal), marker));
      const asked = { owner, repo, issue_number: issueNumber, body };
      const made =
        known ?? checked(CommentSchema, await write(`POST ${commentsAt}`, asked, signal));
      return { id: `comment:${made.id}` };
    },
    outcome: async (issueNumber, signal) => {
      const asked = { owner, repo, issue_number: issueNumber };
      const issue = checked(IssueSchema, await api.read(`GET ${issueAt}`, asked, signal));
      const { items, dropped } = await commentsOf(issueNumber, signal);
      const comments = items.map((one) => ({
        id: one.id,
        by: one.user?.login ?? 'ghost',
        text: one.body.slice(0, 4000),
        atUtcMs: Date.parse(one.created_at) || 0,
      }));
      return { ...closedOf(issue), comments, ...(dropped > 0 ? { unreadable: dropped } : {}) };
    },
  };
}

function markerOf(body: string): string | undefined {
  return markerPattern.exec(body)?.[0];
}

type Written = Readonly<{ user: { login: string } | null; body?: string | null | undefined }>;

/** Anyone may quote a marker, and GitHub may list issues of other people, too. */
function isOwn(login: string, marker: string) {
  return ({ user, body }: Written): boolean =>
    user?.login.toLowerCase() === login.toLowerCase() && (body ?? '').trimEnd().endsWith(marker);
}

function closedOf(issue: Issue): Pick<IssueOutcome, 'closed'> {
  if (issue.state === 'open') return {};
  const by = issue.closed_by?.login;
  // Old issues have no reason.
  const as = (issue.state_reason ?? 'completed') === 'completed' ? 'done' : 'dropped';
  const atUtcMs = Date.parse(issue.closed_at ?? '') || 0;
  return { closed: { as, atUtcMs, ...(by === undefined ? {} : { by }) } };
}

/** An invalid answer may come from a proxy, and be temporary. */
function checked<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T {
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) throw new DeliveryError(trouble('server-error'), {});
  return parsed.output;
}
