/** An issue as the outbox holds it. Apart from `github-issue.ts`, whose Markdown parser a signed-in app does without. */
import * as v from 'valibot';

export const IssueContentSchema = v.object({
  title: v.string(),
  body: v.string(),
  labels: v.array(v.string()),
});
