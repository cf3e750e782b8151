/**
 * An issue as stored in the outbox. Separate from `github-issue.ts`, so that a signed-in app does not load its Markdown
 * parser.
 */
import * as v from 'valibot';

export const IssueContentSchema = v.object({
  title: v.string(),
  body: v.string(),
  labels: v.array(v.string()),
});
