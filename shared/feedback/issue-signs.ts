/** Signs from an issue: its comments, and how it was closed. Pure. */
import type { Sign } from './outcome.ts';
import { plainReply } from '../text/plain.ts';

/** An issue as fetched. */
export type IssueNow = Readonly<{
  closed?: Readonly<{ as: 'done' | 'dropped'; by?: string; atUtcMs: number }>;
  comments: readonly Readonly<{ id: number; by: string; text: string; atUtcMs: number }>[];
  /** Number of comments that could not be parsed. */
  unreadable?: number;
}>;

/**
 * All signs, because an issue is always fetched whole. `me` is undefined while signed out; then no comment counts as
 * the member's own.
 */
export function signsOfIssue(
  { closed, comments }: IssueNow,
  me: string | undefined,
): readonly Sign[] {
  const replies = comments.flatMap(({ id, by, text, atUtcMs }): Sign[] => {
    // Hidden on GitHub, so hidden here.
    const plain = plainReply(withoutComments(text));
    if (!plain) return [];
    const mine = by === me;
    return [{ is: 'reply', id: `comment:${id}`, by, mine, text: plain, inThread: true, atUtcMs }];
  });
  if (!closed) return replies;
  const { as, by = '', atUtcMs } = closed;
  // The time is part of the id, so that closing a reopened issue is news again.
  const id = `${as}:${atUtcMs}`;
  const outcome = as === 'done' ? 'fixed' : 'closed';
  return [...replies, { is: 'mark', id, by, mine: by !== '' && by === me, outcome, atUtcMs }];
}

/** A loop, because a regex would search for the end of each comment again: quadratic if none ends. */
function withoutComments(text: string): string {
  const visible: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return visible.join('') + text.slice(from);
    visible.push(text.slice(from, start));
    from = end + 3;
  }
}
