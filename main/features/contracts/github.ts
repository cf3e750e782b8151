/** GitHub as other features use it. */
import type { Answer } from '../../../shared/feedback/outbox.ts';

export type Asked = Readonly<Record<string, string | number | readonly string[]>>;

export type GithubApi = Readonly<{
  /** Sends the known ETag along. Throws DeliveryError, or the signal's reason. */
  read: (route: string, asked: Asked, signal: AbortSignal) => Promise<unknown>;
  /** Throws like `read`. */
  write: (route: string, asked: Asked, signal: AbortSignal) => Promise<unknown>;
}>;

/** The outcome of an issue. */
export type IssueOutcome = Readonly<{
  /** Undefined while it is open; `dropped` means closed as not planned or as a duplicate. */
  closed?: Readonly<{ as: 'done' | 'dropped'; by?: string; atUtcMs: number }>;
  comments: readonly Readonly<{ id: number; by: string; text: string; atUtcMs: number }>[];
  /** Number of comments that could not be parsed; absent if there are none. */
  unreadable?: number;
}>;

/** A repository that takes feedback as issues. */
export type Repository = Readonly<{
  /** Throws DeliveryError, or the signal's reason. */
  send: (
    part: Readonly<{ kind: string; content: string }>,
    transactionId: string,
    signal: AbortSignal,
  ) => Promise<Answer>;
  /** Adds a comment unless one with the same marker has arrived already. Throws like `send`. */
  comment: (issueNumber: number, content: string, signal: AbortSignal) => Promise<Answer>;
  /** Throws like `send`. */
  outcome: (issueNumber: number, signal: AbortSignal) => Promise<IssueOutcome>;
}>;
