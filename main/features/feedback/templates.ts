/** A repository's issue templates, requested each time: the member must see what the staff expect now. */
import * as v from 'valibot';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Template } from '../../../shared/feedback/issue-template.ts';
import { readTemplate, templateLimit } from '../../../shared/feedback/issue-template.ts';
import { DeliveryError } from '../../../shared/feedback/trouble.ts';
import { decodeText } from '../../platform/text.ts';

/** Reads GitHub's API, with ETags. Throws DeliveryError, or the signal's reason. */
export type GithubRead = (
  route: string,
  asked: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<unknown>;

export type GithubPlan = Extract<DestinationPlan, Readonly<{ via: 'github' }>>;

const FileSchema = v.object({
  encoding: v.literal('base64'),
  // Base64: four characters for three bytes, and line breaks.
  content: v.pipe(v.string(), v.maxLength(templateLimit * 2)),
});

/** Undefined if the plan names none, or it is missing or cannot be parsed. Throws as `read`. */
export async function fetchTemplate(
  read: GithubRead,
  { repository, template }: GithubPlan,
  signal: AbortSignal,
): Promise<Template | undefined> {
  if (template === undefined) return undefined;
  const [owner = '', repo = ''] = repository.split('/');
  const route = 'GET /repos/{owner}/{repo}/contents/.github/ISSUE_TEMPLATE/{template}';
  const file = await read(route, { owner, repo, template }, signal).catch((error: unknown) => {
    if (error instanceof DeliveryError && error.trouble.code === 'not-found') return undefined;
    throw error;
  });
  if (!v.is(FileSchema, file)) return undefined;
  return readTemplate(template, decodeText(Buffer.from(file.content, 'base64')).text);
}
