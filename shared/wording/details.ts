import type { Reason } from '../observation/observation.ts';
import type { ServiceView } from '../status/view.ts';
import { reasonSentence } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** A service's details, as text for its administrators. Contains nothing about the member or the machine. */
export function detailsText(t: Translate, times: Times, view: ServiceView): string {
  const why = view.reason && withoutProxy(view.reason);
  const lines = [
    t('notify.line', { name: view.name, verdict: t(`verdict.${view.verdict}`) }),
    why && reasonSentence(t, times, why),
    why && `${why.code} ${JSON.stringify(why.params)}`,
    `since ${iso(view.sinceUtcMs)}`,
    saidAt({ readAtUtcMs: view.feed?.readAtUtcMs, ...view }) ?? t('status.neverSeen'),
    view.remarks &&
      `${t('remark.lead')} ${view.remarks.map((one) => t(`remark.${one}`)).join(' ')}`,
    view.timings && `timings ms ${JSON.stringify(view.timings)}`,
    view.feed && [view.feed.name, view.feed.verdict, saidAt(view.feed)].filter(Boolean).join(' '),
    view.reported &&
      `${t('answers.reported.title')} ${view.reported.state} ${iso(view.reported.saidAtUtcMs)}`,
    view.certificate &&
      `certificate ${view.certificate.issuer} until ${iso(view.certificate.validToUtcMs)}`,
    view.certificate?.chainEnd &&
      `depends on ${view.certificate.chainEnd.name} until ${iso(view.certificate.chainEnd.validToUtcMs)}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/** Which proxy a member's network has is nobody else's business. */
function withoutProxy({ code, params }: Reason): Reason {
  return { code, params: 'proxy' in params ? { ...params, proxy: '…' } : params };
}

type Said = Readonly<{ asOfUtcMs?: number | undefined; readAtUtcMs?: number | undefined }>;

function saidAt({ asOfUtcMs, readAtUtcMs }: Said): string | undefined {
  if (asOfUtcMs !== undefined) return `as of ${iso(asOfUtcMs)}`;
  return readAtUtcMs === undefined ? undefined : `read ${iso(readAtUtcMs)}`;
}

function iso(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString();
}
