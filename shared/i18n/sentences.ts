/** What the states mean, in words: the tray's first line, a notification, a reason. Pure. */
import type { Connectivity } from '../connectivity.ts';
import type { DirectoryError } from '../snapshot.ts';
import type { Change } from '../status/notices.ts';
import type { Reason } from '../status/observation.ts';
import { phases } from '../status/observation.ts';
import type { Summary } from '../status/summary.ts';
import type { Times } from './times.ts';
import type { Params, Translate } from './translate.ts';

/** Names spelt out in a line before "and n more". */
const namedInALine = 3;
/** More lines than this, and the desktop's notification server is busy drawing them while the app waits for it. */
const linesInANotice = 8;

/** The sentence that answers the question: what is wrong, or that nothing is. */
export function summarySentence(
  t: Translate,
  summary: Summary,
  connectivity: Connectivity,
): string {
  const { state } = connectivity;
  if (state === 'offline' || state === 'captive' || state === 'waking')
    return t(`summary.${state}`);
  if (summary.total === 0) return t('summary.noServices');
  if (summary.overall === 'up') return t('summary.allUp', { total: summary.total });
  const count = summary.counts[summary.overall];
  if (summary.overall === 'unknown' && count === summary.total) {
    return t('summary.notChecked', { total: summary.total });
  }
  const names = listNames(t, summary.worst);
  return t(`summary.${summary.overall}`, { count, total: summary.total, names });
}

function listNames(t: Translate, names: readonly string[]): string {
  const shown = names.slice(0, namedInALine).join(', ');
  const more = names.length - namedInALine;
  return more > 0 ? t('summary.andMore', { names: shown, more }) : shown;
}

/** Why a service is not simply up, for a member. */
export function reasonSentence(t: Translate, times: Times, reason: Reason): string {
  return t(`reason.${reason.code}`, readable(t, times, reason.params));
}

/** Makes machine values readable: a phase by its name, an instant as a date. */
function readable(t: Translate, times: Times, params: Params): Params {
  const phase = phases.find((one) => one === params['phase']);
  return {
    ...params,
    ...(phase ? { phase: t(`phase.${phase}`) } : {}),
    ...(typeof params['date'] === 'number' ? { date: times.date(params['date']) } : {}),
  };
}

export function directorySentence(t: Translate, error: DirectoryError, source: string): string {
  const { path = '$', expected = '' } = error.problem ?? {};
  return t(`directory.${error.code}`, { source, path, expected });
}

export type NoticeText = Readonly<{ title: string; body: string; urgent: boolean }>;

/** A notification's words: one change in full, several as a list, worst first. */
export function noticeText(t: Translate, times: Times, changes: readonly Change[]): NoticeText {
  const urgent = changes.some((change) => change.to === 'down');
  const [only] = changes;
  if (only && changes.length === 1) {
    return { title: titleOf(t, only), body: bodyOf(t, times, only), urgent };
  }
  const kinds = new Set(changes.map(kindOf));
  const [kind] = kinds;
  return {
    title: t(kinds.size === 1 && kind ? `notify.${kind}.many` : 'notify.mixed', {
      count: changes.length,
    }),
    body: listChanges(t, changes),
    urgent,
  };
}

function listChanges(t: Translate, changes: readonly Change[]): string {
  const worstFirst = changes.toSorted(
    (a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)),
  );
  const lines = worstFirst
    .slice(0, linesInANotice)
    .map((change) => t('notify.line', { name: change.name, verdict: t(`verdict.${change.to}`) }));
  const more = changes.length - lines.length;
  return [...lines, ...(more > 0 ? [t('notify.more', { count: more })] : [])].join('\n');
}

const order = ['down', 'degraded', 'up'] as const;

/** Only these three kinds are told; see `isTold`. */
function kindOf(change: Change): (typeof order)[number] {
  return change.to === 'down' || change.to === 'degraded' ? change.to : 'up';
}

function titleOf(t: Translate, change: Change): string {
  return t(`notify.${kindOf(change)}.title`, { name: change.name });
}

function bodyOf(t: Translate, times: Times, change: Change): string {
  if (kindOf(change) === 'up') return t('notify.up.body');
  const why = change.reason ? reasonSentence(t, times, change.reason) : '';
  const instead = change.instead ? t('notify.instead', { instead: change.instead }) : '';
  return [why, instead].filter(Boolean).join(' ');
}
