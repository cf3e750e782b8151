import type { ServiceView } from '../status/view.ts';
import { reasonSentence } from './sentences.ts';
import type { Times } from './times.ts';
import type { Translate } from './translator.ts';

/** What is known of a service, as text for whoever runs it. Holds nothing of the member or the machine. */
export function detailsText(t: Translate, times: Times, view: ServiceView): string {
  const lines = [
    t('notify.line', { name: view.name, verdict: t(`verdict.${view.verdict}`) }),
    view.reason && reasonSentence(t, times, view.reason),
    view.reason && `${view.reason.code} ${JSON.stringify(view.reason.params)}`,
    `since ${iso(view.sinceUtcMs)}`,
    view.asOfUtcMs === undefined ? t('status.neverSeen') : `as of ${iso(view.asOfUtcMs)}`,
    view.remarks &&
      `${t('remark.lead')} ${view.remarks.map((one) => t(`remark.${one}`)).join(' ')}`,
    view.timings && `timings ms ${JSON.stringify(view.timings)}`,
    view.feed && `${view.feed.name} ${view.feed.verdict}${saidAt(view.feed.asOfUtcMs)}`,
    view.reported &&
      `${t('answers.reported.title')} ${view.reported.state} ${iso(view.reported.saidAtUtcMs)}`,
    view.certificate &&
      `certificate ${view.certificate.issuer} until ${iso(view.certificate.validToUtcMs)}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

function saidAt(atUtcMs: number | undefined): string {
  return atUtcMs === undefined ? '' : ` as of ${iso(atUtcMs)}`;
}

function iso(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString();
}
