/** The state of the backups in words: the page's title, its days and sizes, and the line of the tray's menu. Pure. */
import type { BackupsSummary } from '../backups/summary.ts';
import { zoneAheadMs } from '../backups/target-context.ts';
import type {
  BackupState,
  BackupsState,
  DayView,
  FindingCode,
  TargetView,
} from '../backups/view.ts';
import { backupStates, dayStates } from '../backups/view.ts';
import { sizeText } from './backups.ts';
import { listNames } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** The worst backup by name; else whether all are OK. An unreadable source never counts as good. */
export function backupsTitle(t: Translate, { targets, sources }: BackupsState): string {
  const unread = listNames(
    t,
    sources.filter(({ problem }) => problem).map(({ name }) => name),
  );
  const total = targets.length;
  if (total === 0) {
    return unread
      ? t('backupspage.title.unread', { names: unread })
      : t('backupspage.title.nothing');
  }
  const trouble = targets.filter(({ state }) => state !== 'good');
  const [worst] = trouble;
  if (!worst) {
    return t(`backupspage.title.${unread ? 'goodButUnread' : 'good'}`, { total, names: unread });
  }
  const clause = t(`backupspage.is.${worst.findings[0]?.code ?? 'nothing-known'}`, {
    name: worst.name,
  });
  // Unknown is worse than a flaw, and with nothing good it says how little is known.
  const isUnreadWorse = worst.state === 'warning' || trouble.length === total;
  return isUnreadWorse && unread
    ? t('backupspage.title.unreadNow', { names: unread, clause })
    : clause;
}

/** With one of these, it is not certain that what was backed up can be restored. */
const doubts: readonly FindingCode[] = [
  'never-ran',
  'gone',
  'empty',
  'shrunk',
  'check-failed',
  'drill-failed',
  'stale-reading',
  'clock-wrong',
  'future',
  'nothing-known',
];
/** With one of these, there is nothing that could be restored. */
const losses: readonly FindingCode[] = ['never-ran', 'empty'];
/** With one of these, there is a good backup, but an older one than intended. */
const delays: readonly FindingCode[] = ['failed', 'late'];

type Saved = Readonly<{ name: string; sourceId: string; atUtcMs: number; state: BackupState }>;

/** What is not backed up is what the member came to know: all of it is named, within reason. */
const namedAtMost = 6;

/** A sentence, with the state whose look it has. */
export type SavedLine = Readonly<{ state: BackupState; text: string }>;

/**
 * Whether the co-op's data is safe: what is not, and until when everything else is backed up, which is the oldest of the
 * last good backups. Empty if no backup is known of.
 */
export function savedLines(
  t: Translate,
  times: Times,
  { targets, sources }: Pick<BackupsState, 'targets' | 'sources'>,
): readonly SavedLine[] {
  if (targets.length === 0) return [];
  const onTime = targets.filter((one) => !has(one, delays)).flatMap(savedOf);
  const late = targets.filter((one) => has(one, delays)).flatMap(savedOf);
  const [base, older] = onTime.length > 0 ? [onTime, late] : [late, []];
  if (base.length === 0) return [{ state: 'unknown', text: t('backupspage.saved.none') }];
  const unsaved = targets.filter((one) => savedOf(one).length === 0);
  const lost = unsaved.filter((one) => has(one, losses));
  const unsure = unsaved.filter((one) => !has(one, losses));
  // With nothing newer, it is all late.
  const flawed = base === late ? [] : base.filter(({ state }) => state !== 'good');
  const rest = base.filter((one) => !flawed.includes(one));
  const isAll = rest.length === targets.length;
  return [
    ...lineOf(t, 'bad', older, (names) =>
      t('backupspage.saved.late', { ...names, ...untilOf(times, older) }),
    ),
    ...lineOf(t, 'bad', lost, (names) => t('backupspage.saved.lost', names)),
    ...lineOf(t, unsure.some(({ state }) => state === 'bad') ? 'bad' : 'unknown', unsure, (names) =>
      t('backupspage.saved.unsure', names),
    ),
    // Backed up, but a tick would say that nothing is the matter.
    ...lineOf(t, worstOf(flawed), flawed, (names) =>
      t('backupspage.saved.flawed', { ...names, ...untilOf(times, flawed) }),
    ),
    ...lineOf(t, base === late ? 'bad' : stateOfRead(rest, sources), rest, () =>
      t(`backupspage.saved.${isAll ? 'all' : 'rest'}`, untilOf(times, rest)),
    ),
    // What was never read may be backups that are not in the list.
    ...lineOf(t, 'unknown', sources.filter(isNeverRead), (names) =>
      t('backupspage.saved.unread', names),
    ),
  ];
}

function isNeverRead({ problem, readAtUtcMs }: BackupsState['sources'][number]): boolean {
  return problem !== undefined && readAtUtcMs === undefined;
}

/** Nothing is green that cannot be read now. */
function stateOfRead(saved: readonly Saved[], sources: BackupsState['sources']): BackupState {
  const unread = new Set(sources.filter(({ problem }) => problem).map(({ id }) => id));
  return saved.some(({ sourceId }) => unread.has(sourceId)) ? 'unknown' : 'good';
}

function worstOf(saved: readonly Saved[]): BackupState {
  return backupStates.find((state) => saved.some((one) => one.state === state)) ?? 'good';
}

type Named = readonly Readonly<{ name: string }>[];

/** Nothing about nobody. */
function lineOf(
  t: Translate,
  state: BackupState,
  about: Named,
  say: (names: ReturnType<typeof namesOf>) => string,
): readonly SavedLine[] {
  return about.length > 0 ? [{ state, text: say(namesOf(t, about)) }] : [];
}

function namesOf(t: Translate, all: Named) {
  const names = all.map(({ name }) => name);
  return { names: listNames(t, names, namedAtMost), count: names.length };
}

function has({ findings }: TargetView, codes: readonly FindingCode[]): boolean {
  return findings.some(({ code }) => codes.includes(code));
}

/** Nothing if its last good backup is unknown or in doubt. */
function savedOf(target: TargetView): readonly Saved[] {
  const { name, sourceId, lastSuccessUtcMs, days } = target;
  const atUtcMs = lastSuccessUtcMs ?? startOf(days.findLast(({ state }) => state === 'ok')?.day);
  if (atUtcMs === undefined || has(target, doubts)) return [];
  return [{ name, sourceId, atUtcMs, state: target.state }];
}

/** Of a source that reports days alone, the first moment at which it may have been that day. */
function startOf(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00Z`) - zoneAheadMs;
}

/** The oldest of them. */
function untilOf(times: Times, saved: readonly Saved[]) {
  const atUtcMs = Math.min(...saved.map((one) => one.atUtcMs));
  return { day: times.day(atUtcMs), clock: times.clock(atUtcMs, atUtcMs) };
}

/** What is the matter with the backups, as a heading: how many are at risk, or the worst by name. Undefined of none. */
export function backupsClause(t: Translate, summary: BackupsSummary): string | undefined {
  const { bad, worst } = summary;
  if (worst && bad <= 1) return t(`backupspage.is.${worst.code}`, { name: worst.name });
  return bad > 0 ? t('headline.backups', { count: bad }) : backupsMenuLine(t, summary);
}

/** Undefined while all is well, to keep the menu short. */
export function backupsMenuLine(t: Translate, summary: BackupsSummary): string | undefined {
  const parts = backupStates.flatMap((state) =>
    state === 'good' || summary[state] === 0
      ? []
      : [t(`backupspage.menu.${state}`, { count: summary[state] })],
  );
  const { unreadable: count = 0 } = summary;
  const all = count > 0 ? [...parts, t('backupspage.menu.unread', { count })] : parts;
  return all.length > 0 ? t('backupspage.menu', { parts: all.join(', ') }) : undefined;
}

/** "El, Kim or Robin" */
export function anyOf(t: Translate, names: readonly string[]): string {
  const [last = '', ...before] = names.toReversed();
  const first = before.toReversed().join(', ');
  return first ? t('backupspage.or', { first, last }) : last;
}

/** "Ask El or Robin." */
export function askText(t: Translate, people: readonly string[]): string {
  return people.length > 0
    ? t('backupspage.ask', { people: anyOf(t, people) })
    : t('backupspage.ask.nobody');
}

/** "23 Nov: the backup failed. The job said: no space left" */
export function daySentence(t: Translate, times: Times, day: DayView): string {
  const date = times.calendarDay(day.day);
  const state = t(`backupspage.day.${day.state}`);
  const told =
    day.sizeBytes === undefined
      ? t('backupspage.day', { date, state })
      : t('backupspage.day.size', { date, state, size: sizeText(t, day.sizeBytes) });
  return day.error ? t('backupspage.day.error', { day: told, error: day.error }) : told;
}

/** "84 days good, 2 failed, 4 missing": the strip in one line. Undefined if no day is known. */
export function daysText(t: Translate, days: readonly DayView[]): string | undefined {
  const count = (state: DayView['state']) => days.filter((one) => one.state === state).length;
  if (count('unknown') === days.length) return undefined;
  return dayStates
    .filter((state) => state === 'ok' || count(state) > 0)
    .map((state) => t(`backupspage.count.${state}`, { count: count(state) }))
    .join(', ');
}
