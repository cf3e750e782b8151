/** Feedback as a GitHub issue that follows the repository's template. Pure. */
import * as v from 'valibot';
import type { Translate } from '../i18n/translator.ts';
import type { Template } from './issue-template.ts';
import type { Feedback } from './item.ts';
import { IssueContentSchema } from './issue-content.ts';
import { closed } from './markdown.ts';
import { titleOf } from './matrix-message.ts';
import { urlPart } from '../net/url-part.ts';

/** GitHub has no transaction ids, so a hidden comment identifies an issue that was already created. */
export function markerOf(id: string): string {
  return `<!-- coop-tray ${id} -->`;
}

/** The exact body of the request that creates the issue. */
export function issueContent(t: Translate, feedback: Feedback, template?: Template): string {
  return JSON.stringify({
    title: `${template?.title ?? ''}${titleOf(t, feedback)}`,
    body: `${bodyOf(t, feedback, template)}\n\n${markerOf(feedback.id)}`,
    labels: template?.labels ?? [],
  });
}

/**
 * The text goes under one heading of the template and the others keep theirs. Each piece is closed, so that an open
 * fence or comment does not swallow the next.
 */
function bodyOf(t: Translate, feedback: Feedback, template?: Template): string {
  const { severity, text, system } = feedback;
  const facts = [
    ...(severity
      ? [t('feedback.severityLine', { severity: t(`feedback.severity.${severity}`) })]
      : []),
    system,
  ].join('\n');
  const { intro = '', sections = [], answered } = template ?? {};
  const filled = sections.flatMap((one, at) => [one.heading, at === answered ? text : one.text]);
  const above = answered === undefined ? text : '';
  return [above, intro, ...filled, facts].filter(Boolean).map(closed).join('\n\n');
}

/** GitHub refuses longer URLs with 414. */
const addressLimit = 8000;

/**
 * GitHub's own form, filled in, for a member who is not signed in here. Undefined if the text does not fit into a URL:
 * it must not be cut silently.
 */
export function formAddress(repositoryUrl: string, content: string): string | undefined {
  const { title, body, labels } = v.parse(IssueContentSchema, JSON.parse(content));
  const fields = { title, body, ...(labels.length > 0 ? { labels: labels.join(',') } : {}) };
  const query = Object.entries(fields).map(([name, it]) => `${name}=${urlPart(it)}`);
  const address = `${repositoryUrl.replace(/\/$/, '')}/issues/new?${query.join('&')}`;
  return address.length > addressLimit ? undefined : address;
}
