/** The states in words: the tray's first line, notifications, reasons. Pure. */
import type { Connectivity } from '../net/connectivity.ts';
import type { Remedy } from '../coop/remedy.ts';
import { problemCodes } from '../coop/remedy.ts';
import type { DirectoryError } from '../coop/directory-error.ts';
import { offersCard } from '../status/emergency.ts';
import type { Change } from '../status/notices.ts';
import { companionsOf, rootsOf } from '../status/notices.ts';
import type { Offer } from '../status/offers.ts';
import { offersOf } from '../status/offers.ts';
import type { StandbyView } from '../status/standby-view.ts';
import type { Reason } from '../observation/observation.ts';
import type { Summary } from '../status/summary.ts';
import { isBlind, isClockInTheWay } from '../status/summary.ts';
import type { Times } from '../i18n/times.ts';
import type { Params, Translate } from '../i18n/translator.ts';

/** Names in a line before "and n more". */
const namedInALine = 3;
/** The app waits while the notification server draws them, which takes long for more. */
const linesInANotice = 8;
/** Of so few services a notification says what to use instead; a longer list is cut by desktops. */
const offersInANotice = 3;

/** What is wrong, or that nothing is. */
export function summarySentence(
  t: Translate,
  summary: Summary,
  connectivity: Connectivity,
): string {
  if (isBlind(connectivity)) return t(`summary.${connectivity.state}`);
  if (isClockInTheWay(summary, connectivity)) return t('summary.clockWrong');
  if (summary.total === 0) {
    return summary.muted > 0
      ? t('summary.allMuted', { count: summary.muted })
      : t('summary.noServices');
  }
  if (summary.overall === 'up')
    return andMuted(t, 'summary.muted', upSentence(t, summary), summary);
  const count = summary.counts[summary.overall];
  if (summary.overall === 'unknown' && summary.awaited === count) {
    return awaitedSentence(t, summary);
  }
  const names = listNames(t, summary.worst);
  const sentence = t(`summary.${summary.overall}`, { count, total: summary.total, names });
  return andMuted(t, 'summary.alsoMuted', sentence, summary);
}

/** Planned work is not trouble, but everything works only without it. */
function upSentence(t: Translate, { total, maintained, onlyMine }: Summary): string {
  const count = maintained.length;
  if (count > 0) return t('summary.upBut', { count, names: listNames(t, maintained) });
  return t(onlyMine ? 'summary.mineUp' : 'summary.allUp', { total });
}

/** While some services await their first check, and the others are up. */
function awaitedSentence(t: Translate, { awaited, total }: Summary): string {
  return awaited === total
    ? t('summary.notChecked', { total })
    : t('summary.someNotChecked', { count: awaited, total });
}

const minuteMs = 60_000;

/** How far this machine's clock is off, and what to do; `offMs` is positive if it is behind. */
export function clockSentence(t: Translate, times: Times, offMs: number): string {
  // Servers send whole seconds: half a minute short of an hour is an hour.
  const roundMs = Math.round(Math.abs(offMs) / minuteMs) * minuteMs;
  return t(offMs > 0 ? 'clock.behind' : 'clock.ahead', { span: times.span(roundMs) });
}

/** Muted services are not in the figures, but mentioned. */
export function andMuted(
  t: Translate,
  key: 'summary.muted' | 'summary.alsoMuted',
  sentence: string,
  { muted }: Pick<Summary, 'muted'>,
): string {
  return muted > 0 ? t(key, { sentence, count: muted }) : sentence;
}

export function listNames(t: Translate, names: readonly string[], atMost = namedInALine): string {
  const shown = names.slice(0, atMost).join(', ');
  const more = names.length - atMost;
  return more > 0 ? t('summary.andMore', { names: shown, more }) : shown;
}

/** Why a service is not simply up, for a member. */
export function reasonSentence(t: Translate, times: Times, reason: Reason): string {
  return t(`reason.${reason.code}`, readable(t, times, reason.params));
}

/** Formats values: lengths of time, instants, remedies. */
function readable(t: Translate, times: Times, params: Params): Params {
  const problem = problemCodes.find((one) => one === params['problem']);
  return {
    ...params,
    ...(typeof params['ms'] === 'number' ? { took: inSeconds(params['ms']) } : {}),
    ...(typeof params['limitMs'] === 'number' ? { limit: inSeconds(params['limitMs']) } : {}),
    remedy: problem ? t(`problem.${problem}`, params) : '',
    ...(typeof params['date'] === 'number' ? { date: times.date(params['date']) } : {}),
  };
}

/** As exact as needed to tell it from a limit nearby. */
function inSeconds(ms: number): number {
  return Number((ms / 1000).toPrecision(3));
}

/** What is wrong in the document and how to fix it, without the location. */
export function remedySentence(t: Translate, { code, params }: Remedy): string {
  return t(`problem.${code}`, params);
}

export function directorySentence(t: Translate, error: DirectoryError, source: string): string {
  const { code, problem, status = 0 } = error;
  const remedy = problem ? remedySentence(t, problem) : '';
  return t(`directory.${code}`, { source, path: problem?.path ?? '$', remedy, status }).trimEnd();
}

export type NoticeText = Readonly<{ title: string; body: string; urgent: boolean }>;

/** The text of a notification: one change in full with its dependents, several as a list, worst first. */
export function noticeText(
  t: Translate,
  times: Times,
  changes: readonly Change[],
  /** `card`: the document says where people meet when everything is down. */
  { card = false }: Readonly<{ card?: boolean }> = {},
): NoticeText {
  const text = changesText(t, times, changes);
  const offered = offersCard(
    changes.map(({ to, instead, standby }) => ({
      down: to === 'down',
      instead: instead !== undefined || standby?.view.isUp === true,
    })),
  );
  if (!card || !offered) return text;
  return { ...text, body: [text.body, t('emergency.hint')].filter(Boolean).join('\n') };
}

function changesText(t: Translate, times: Times, changes: readonly Change[]): NoticeText {
  const urgent = changes.some((change) => change.to === 'down');
  const roots = rootsOf(changes);
  const [only] = roots;
  if (only && roots.length === 1) {
    const companions = companionsOf(only, changes);
    return {
      title: titleOf(t, only, companions.length),
      body: [bodyOf(t, times, only), companionsLine(t, companions)].filter(Boolean).join('\n'),
      urgent,
    };
  }
  const kinds = new Set(changes.map(kindOf));
  const [kind] = kinds;
  return {
    title: t(kinds.size === 1 && kind ? `notify.${kind}.many` : 'notify.mixed', {
      count: changes.length,
    }),
    body: listRoots(t, times, roots, changes),
    urgent,
  };
}

function listRoots(
  t: Translate,
  times: Times,
  roots: readonly Change[],
  changes: readonly Change[],
): string {
  const worstFirst = roots.toSorted((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)));
  const lines = worstFirst.slice(0, linesInANotice).map((change) => {
    const companions = companionsOf(change, changes).length;
    return lineOf(t, times, change, { companions, roots: roots.length });
  });
  const more = worstFirst.length - lines.length;
  return [...lines, ...(more > 0 ? [t('notify.more', { count: more })] : [])].join('\n');
}

/** Offers a fresh standby, or in a short list what the document advises. */
function lineOf(
  t: Translate,
  times: Times,
  change: Change,
  { companions, roots }: Readonly<{ companions: number; roots: number }>,
): string {
  const params = { name: change.name, verdict: t(`verdict.${change.to}`), count: companions };
  const line = t(companions > 0 ? 'notify.lineWith' : 'notify.line', params);
  const [best] = offersOfChange(change);
  if (!best) return line;
  const isWorthIt =
    best.which === 'standby' ? best.standby.age === 'fresh' : roots <= offersInANotice;
  if (!isWorthIt) return line;
  return `${line}. ${offerSentence(t, times, best, change)}`;
}

function companionsLine(t: Translate, companions: readonly Change[]): string {
  if (companions.length === 0) return '';
  const names = companions.map((change) => change.name);
  return t('notify.dependents', { names: listNames(t, names) });
}

const order = ['down', 'degraded', 'up'] as const;

/** Only these three kinds lead to a notification; see `isTold`. */
function kindOf(change: Change): (typeof order)[number] {
  return change.to === 'down' || change.to === 'degraded' ? change.to : 'up';
}

function titleOf(t: Translate, change: Change, companions: number): string {
  const kind = kindOf(change);
  if (companions === 0 || kind === 'degraded')
    return t(`notify.${kind}.title`, { name: change.name });
  return t(`notify.${kind}.with`, { name: change.name, count: companions });
}

function bodyOf(t: Translate, times: Times, change: Change): string {
  if (kindOf(change) === 'up') return t('notify.up.body');
  const why = change.reason ? reasonSentence(t, times, change.reason) : '';
  return [why, ...offersOfChange(change).map((offer) => offerSentence(t, times, offer, change))]
    .filter(Boolean)
    .join(' ');
}

function offersOfChange({ to, instead, standby }: Change): readonly Offer[] {
  return offersOf({
    // Offers alternatives to a degraded service as well.
    verdict: to === 'degraded' ? 'down' : to,
    ...(instead === undefined ? {} : { instead: { name: instead, hasPage: false } }),
    ...(standby ? { standby: standby.view } : {}),
  });
}

function offerSentence(t: Translate, times: Times, offer: Offer, change: Change): string {
  if (offer.which === 'instead') return t('notify.instead', { instead: offer.name });
  return standbySentence(t, times, offer.standby, change.standby?.atUtcMs ?? 0);
}

/** "Read-only copy is up, as of 03:10." */
export function standbySentence(
  t: Translate,
  times: Times,
  { name, age, ofUtcMs }: StandbyView,
  nowUtcMs: number,
): string {
  const time = ofUtcMs === undefined ? '' : times.clock(ofUtcMs, nowUtcMs);
  return t(`standby.${age}`, { name, time });
}
