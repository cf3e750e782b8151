/** Feedback as an event of a Matrix room: readable in any client, and to be counted by a program. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Feedback } from './item.ts';

/** Its meaning is told by `v`: a reader leaves a higher one alone. */
export const feedbackField = 'coop.tray.feedback';

/** The title in the member's words: “Broken: Pads (build 41)”. */
export function titleOf(t: Translate, { kind, about }: Pick<Feedback, 'kind' | 'about'>): string {
  const build = 'build' in about ? about.build : undefined;
  const name = build === undefined ? about.name : t('feedback.build', { name: about.name, build });
  return t('feedback.title', { kind: t(`feedback.kind.${kind}`), name });
}

/** The content of the root event, byte for byte as it is sent. */
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
