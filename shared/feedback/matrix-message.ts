/** Feedback as a Matrix event: readable in any client, and countable by programs. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Feedback } from './item.ts';

/** `v` is the version: readers ignore higher ones. */
export const feedbackField = 'coop.tray.feedback';

/** A title such as “Broken: Pads (build 41)”, in the member's language. */
export function titleOf(t: Translate, { kind, about }: Pick<Feedback, 'kind' | 'about'>): string {
  const build = 'build' in about ? about.build : undefined;
  const name = build === undefined ? about.name : t('feedback.build', { name: about.name, build });
  return t('feedback.title', { kind: t(`feedback.kind.${kind}`), name });
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
