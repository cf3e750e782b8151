/** A repository that takes feedback as issues. */
import * as v from 'valibot';
import type { Answer } from '../../../shared/feedback/outbox.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { GithubApi } from './api.ts';

const IssueSchema = v.object({
  number: v.pipe(v.number(), v.integer()),
  html_url: v.pipe(v.string(), v.url(), v.maxLength(2000)),
  state: v.picklist(['open', 'closed']),
  state_reason: v.optional(v.nullable(v.string())),
  closed_at: v.optional(v.nullable(v.string())),
  closed_by: v.optional(v.nullable(v.object({ login: v.string() }))),
  body: v.optional(v.nullable(v.string())),
  labels: v.array(v.union([v.string(), v.object({ name: v.string() })])),
});
type Issue = v.InferOutput<typeof IssueSchema>;

const CommentSchema = v.object({
  id: v.number(),
  body: v.string(),
  created_at: v.string(),
  user: v.nullable(v.object({ login: v.string() })),
});

const ContentSchema = v.object({
  title: v.string(),
  body: v.string(),
  labels: v.array(v.string()),
});

/** What became of an issue. GitHub gives the oldest comments first: those after the hundredth are not seen. */
export type Outcome = Readonly<{
  /** Undefined while it is open; `dropped` is closed as not planned, or as a duplicate. */
  closed?: Readonly<{ as: 'done' | 'dropped'; by?: string; atUtcMs: number }>;
  comments: readonly Readonly<{ id: number; by: string; text: string; atUtcMs: number }>[];
}>;

export type Repository = Readonly<{
  /** Throws DeliveryError, or the signal's reason. */
  send: (
    part: Readonly<{ kind: string; content: string }>,
    transactionId: string,
    signal: AbortSignal,
  ) => Promise<Answer>;
  /** A comment, made once: by its marker, one that has arrived already is known. Throws as `send`. */
  comment: (issueNumber: number, content: string, signal: AbortSignal) => Promise<Answer>;
  /** Throws as `send`. */
  outcome: (issueNumber: number, signal: AbortSignal) => Promise<Outcome>;
}>;

export type RepositoryParts = Readonly<{
  api: GithubApi;
  owner: string;
  repo: string;
}>;

const BodySchema = v.object({ body: v.string() });
const markerPattern = /<!-- coop-tray [\w-]+ -->/;
const issueAt = '/repos/{owner}/{repo}/issues/{issue_number}';
const commentsOf = `${issueAt}/comments`;
const LoginSchema = v.object({ login: v.pipe(v.string(), v.maxLength(100)) });

export function createRepository({ api, owner, repo }: RepositoryParts): Repository {
  /** GitHub makes two of two; so the member's own issues are looked through for the one that has arrived already. */
  const already = async (marker: string, signal: AbortSignal): Promise<Issue | undefined> => {
    const { login } = checked(LoginSchema, await api.read('GET /user', {}, signal));
    const asked = { owner, repo, creator: login, state: 'all', per_page: 100 };
    const found = await api.read('GET /repos/{owner}/{repo}/issues', asked, signal);
    return checked(v.array(IssueSchema), found).find(({ body }) => body?.includes(marker));
  };

  return {
    send: async ({ kind, content }, _transactionId, signal) => {
      const given = v.safeParse(ContentSchema, JSON.parse(content));
      const marker = given.success ? markerPattern.exec(given.output.body)?.[0] : undefined;
      // An issue takes no files by this way, and none is sent that could come twice.
      if (kind !== 'message' || !given.success || !marker) {
        throw new DeliveryError(trouble('internal'), false);
      }
      const asked = { owner, repo, ...given.output };
      const issue =
        (await already(marker, signal)) ??
        checked(IssueSchema, await api.write('POST /repos/{owner}/{repo}/issues', asked, signal));
      const has = new Set(issue.labels.map((one) => (typeof one === 'string' ? one : one.name)));
      const dropped = given.output.labels.filter((label) => !has.has(label));
      return {
        id: String(issue.number),
        permalink: issue.html_url,
        ...(dropped.length > 0 ? { labelsDropped: dropped } : {}),
      };
    },
    comment: async (issueNumber, content, signal) => {
      const { body } = v.parse(BodySchema, JSON.parse(content));
      const marker = markerPattern.exec(body)?.[0];
      if (!marker) throw new DeliveryError(trouble('internal'), false);
      const asked = { owner, repo, issue_number: issueNumber };
      const there = await api.read(`GET ${commentsOf}`, { ...asked, per_page: 100 }, signal);
      const known = checked(v.array(CommentSchema), there).find((one) => one.body.includes(marker));
      const made =
        known ??
        checked(CommentSchema, await api.write(`POST ${commentsOf}`, { ...asked, body }, signal));
      return { id: `comment:${made.id}` };
    },
    outcome: async (issueNumber, signal) => {
      const asked = { owner, repo, issue_number: issueNumber };
      const issue = checked(IssueSchema, await api.read(`GET ${issueAt}`, asked, signal));
      const all = await api.read(`GET ${commentsOf}`, { ...asked, per_page: 100 }, signal);
      const comments = checked(v.array(CommentSchema), all).map((one) => ({
        id: one.id,
        by: one.user?.login ?? 'ghost',
        text: one.body.slice(0, 4000),
        atUtcMs: Date.parse(one.created_at) || 0,
      }));
      return { ...closedOf(issue), comments };
    },
  };
}

function closedOf(issue: Issue): Pick<Outcome, 'closed'> {
  if (issue.state === 'open') return {};
  const by = issue.closed_by?.login;
  // What was closed before GitHub asked for a reason has none.
  const as = (issue.state_reason ?? 'completed') === 'completed' ? 'done' : 'dropped';
  const atUtcMs = Date.parse(issue.closed_at ?? '') || 0;
  return { closed: { as, atUtcMs, ...(by === undefined ? {} : { by }) } };
}

/** An answer that is none may come from a proxy in between, and pass. */
function checked<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T {
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) throw new DeliveryError(trouble('server-error'), {});
  return parsed.output;
}
