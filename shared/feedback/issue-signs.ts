/** Reads an issue: its comments, and how it was closed. Pure. */
import type { Sign } from './outcome.ts';
import { plainReply } from '../text/plain.ts';

/** What is known of an issue, as the repository tells it. */
export type IssueNow = Readonly<{
  closed?: Readonly<{ as: 'done' | 'dropped'; by?: string; atUtcMs: number }>;
  comments: readonly Readonly<{ id: number; by: string; text: string; atUtcMs: number }>[];
  /** Comments that could not be read. */
  unreadable?: number;
}>;

/** All of them: an issue is always read as a whole. `me` is undefined while signed out; then everybody is another. */
export function signsOfIssue(
  { closed, comments }: IssueNow,
  me: string | undefined,
): readonly Sign[] {
  const said = comments.flatMap(({ id, by, text, atUtcMs }): Sign[] => {
    // What is not seen on GitHub is not seen here.
    const plain = plainReply(withoutComments(text));
    if (!plain) return [];
    const mine = by === me;
    return [{ is: 'reply', id: `comment:${id}`, by, mine, text: plain, inThread: true, atUtcMs }];
  });
  if (!closed) return said;
  const { as, by = '', atUtcMs } = closed;
  // Closed again after it was opened anew is news again.
  const id = `${as}:${atUtcMs}`;
  const outcome = as === 'done' ? 'fixed' : 'closed';
  return [...said, { is: 'mark', id, by, mine: by !== '' && by === me, outcome, atUtcMs }];
}

/** In one pass: a pattern looks for the end of each comment again, also where none ends. */
function withoutComments(text: string): string {
  const seen: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return seen.join('') + text.slice(from);
    seen.push(text.slice(from, start));
    from = end + 3;
  }
}
