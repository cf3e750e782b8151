/** Feedback as a Matrix event: readable in any client, and countable by programs. Pure. */
import type { Translate } from '../i18n/translator.ts';

import type { About, Feedback } from './item.ts';
import { firstLineOf } from '../text/first-line.ts';

/** `v` is the version: readers ignore higher ones. */
export const feedbackField = 'coop.tray.feedback';

type Titled = Pick<Feedback, 'kind' | 'about' | 'text'>;

/** A title such as “Problem: Pads (build 41)”, in the member's language. */
export function titleOf(t: Translate, { kind, about, text }: Titled): string {
  const name = about.what === 'other' ? firstLineOf(text) : aboutName(t, about);
  return t('feedback.title', { kind: t(`feedback.kind.${kind}`), name });
}

/** With its build, if one was named. */
export function aboutName(t: Translate, about: About): string {
  const build = 'build' in about ? about.build : undefined;
  return build === undefined ? about.name : t('feedback.build', { name: about.name, build });
}

/** The exact content of the root event. */
export function matrixContent(t: Translate, feedback: Feedback): string {
  const { id, about, kind, severity, system, text } = feedback;
  const lines = [
    titleOf(t, feedback),
    ...(severity
      ? [t('feedback.severityLine', { severity: t(`feedback.severity.${severity}`) })]
      : []),
    '',
    text,
    '',
    system,
  ];
  return JSON.stringify({
    msgtype: 'm.text',
    body: lines.join('\n'),
    [feedbackField]: { v: 1, id, kind, about, ...(severity ? { severity } : {}), system },
  });
}
