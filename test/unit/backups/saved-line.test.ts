/** Until when everything is backed up: what is unknown or in doubt is never said to be. */
import { expect, test } from 'vitest';
import type { BackupState, SourceView, TargetView } from '../../../shared/backups/view.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import { savedLines } from '../../../shared/wording/backups-page.ts';
import { createTranslate } from '../../translate.ts';
import { everyKind, finding, hourMs, source, target } from '../renderer/backups-states.ts';

/** 09:00 in Toronto. */
const now = Date.UTC(2026, 10, 24, 14);

function line(
  targets: readonly TargetView[],
  sources: readonly SourceView[] = [source(now)],
  locale: Locale = 'en',
): string {
  const times = createTimes(locale === 'fr' ? 'fr-CA' : 'en-CA', 'America/Toronto');
  const lines = savedLines(createTranslate(locale), times, {
    targets: [...targets],
    sources: [...sources],
  });
  return lines.map(({ text }) => text).join(' ');
}

const at = (name: string, hoursAgo: number, ...codes: Parameters<typeof finding>[0][]) =>
  target(name, now, {
    lastSuccessUtcMs: now - hoursAgo * hourMs,
    findings: codes.map((code) => finding(code)),
  });
const neverRead = source(now, {
  name: 'Hoster',
  readAtUtcMs: undefined,
  problem: { code: 'timeout' },
});

test.each<[string, Parameters<typeof line>, string]>([
  ['no backups', [[]], ''],
  [
    'the oldest of two',
    [[at('a', 9), at('b', 33)]],
    'Everything in this list is backed up to Nov 23, 00:00.',
  ],
  [
    'a flaw that loses no data',
    [[{ ...at('a', 9, 'drill-never', 'missing-days'), state: 'warning' }]],
    'a is backed up to Nov 24, 00:00, with a smaller problem.',
  ],
  [
    'one late',
    [[at('Wiki', 58, 'late'), at('b', 9)]],
    'The last good backup of Wiki is from Nov 21, 23:00. Everything else in this list is backed up to Nov 24, 00:00.',
  ],
  [
    'two late',
    [[at('Wiki', 58, 'late'), at('Pads', 80, 'failed'), at('c', 9)]],
    'The last good backups of these are older, the oldest from Nov 21, 01:00: Wiki, Pads. Everything else in this list is backed up to Nov 24, 00:00.',
  ],
  [
    'all late',
    [[at('Wiki', 58, 'late')]],
    'Everything in this list is backed up to Nov 21, 23:00.',
  ],
  [
    'one late and one in doubt',
    [[at('Wiki', 58, 'late'), at('Pads', 9, 'check-failed'), at('c', 9)]],
    'The last good backup of Wiki is from Nov 21, 23:00. It isn’t certain that Pads could be restored. Everything else in this list is backed up to Nov 24, 00:00.',
  ],
  [
    'a source that was never read',
    [[at('a', 9)], [source(now), neverRead]],
    'Everything in this list is backed up to Nov 24, 00:00. Nothing is known yet from Hoster, which reports whether backups ran. Its backups aren’t in this list; what to do is further down.',
  ],
  ['nothing but doubt', [[at('a', 9, 'stale-reading')]], 'No backup can be confirmed right now.'],
  [
    'days alone: any time of that day, anywhere',
    [[target('a', now, { lastSuccessUtcMs: undefined })]],
    'Everything in this list is backed up to Nov 23, 05:00.',
  ],
  [
    'neither a time nor days',
    [[target('a', now, { lastSuccessUtcMs: undefined, days: [] })]],
    'No backup can be confirmed right now.',
  ],
])('%s', (_, given, wanted) => {
  expect(line(...given)).toBe(wanted);
});

test.each(['never-ran', 'empty'] as const)('of %s is said that there is no backup', (code) => {
  expect(line([at('a', 9), at('b', 9, code)])).toMatch(/^There’s no backup of b\. /);
});

test.each([
  'gone',
  'shrunk',
  'check-failed',
  'drill-failed',
  'stale-reading',
  'clock-wrong',
  'future',
  'nothing-known',
] as const)('%s is not called backed up', (code) => {
  expect(line([at('a', 9), at('b', 9, code)])).toMatch(
    /^It isn’t certain that b could be restored\. /,
  );
});

const flawed = (name: string) => ({ ...at(name, 9, 'drill-never'), state: 'warning' as const });

test.each<[string, readonly TargetView[], string]>([
  [
    'one',
    [at('Wiki', 58, 'late'), flawed('Forum'), at('c', 9)],
    ' Forum is backed up to Nov 24, 00:00, with a smaller problem. Everything else in this list is backed up to Nov 24, 00:00.',
  ],
  [
    'two, beside one in doubt',
    [at('Pads', 9, 'check-failed'), flawed('Forum'), flawed('Shop'), at('c', 9)],
    ' These are backed up to Nov 24, 00:00, with smaller problems: Forum, Shop. Everything else in this list is backed up to Nov 24, 00:00.',
  ],
  // They are backed up to that time, but not up to date.
  [
    'none of those that are late',
    [{ ...at('Wiki', 58, 'late'), state: 'bad' }, at('Pads', 9, 'check-failed')],
    'Everything else in this list is backed up to Nov 21, 23:00.',
  ],
])('of what has another flaw is said that it is backed up: %s', (_, targets, end) => {
  expect(line(targets).endsWith(end)).toBe(true);
});

test.each<[string, readonly TargetView[], readonly BackupState[]]>([
  ['beside one without', [flawed('Forum'), at('c', 9)], ['warning', 'good']],
  ['alone', [flawed('Forum')], ['warning']],
  [
    'of unknown state',
    [flawed('Forum'), { ...at('Shop', 9, 'no-schedule'), state: 'unknown' }, at('c', 9)],
    ['unknown', 'good'],
  ],
])('a tick stands beside nothing that has a problem: one %s', (_, targets, wanted) => {
  const lines = savedLines(createTranslate('en'), createTimes('en-CA', 'America/Toronto'), {
    targets: [...targets],
    sources: [source(now)],
  });
  expect(lines.map(({ state }) => state)).toEqual(wanted);
  const ticked = lines.filter(({ state }) => state === 'good').map(({ text }) => text);
  expect(ticked.join(' ')).not.toMatch(/problem/);
});

test('the exceptions and the others are together as many as the menu counts, which calls them otherwise', () => {
  const { targets, sources } = everyKind(now);
  const { bad, unknown, warning } = summariseBackups(everyKind(now));
  const text = line(targets, sources);
  const said =
    /backup of (?<late>.+) is from .* restored: (?<unsure>.+)\. These .* problems: (?<flawed>.+)\. Every/.exec(
      text,
    );
  const { late = '', unsure = '', flawed = '' } = said?.groups ?? {};
  const named = [late, unsure, flawed].flatMap((names) => names.split(', '));
  expect(named.length).toBe(bad + unknown + warning);
  expect(text).not.toMatch(/at risk|unknown|need/);
});

test('a bad morning, in French', () => {
  const { targets, sources } = everyKind(now);
  expect(line(targets, sources, 'fr')).toBe(
    'La dernière sauvegarde réussie de Passwords (Passbolt) date du 21\u00a0nov. à 23\u00a0h\u00a000. Restaurations incertaines\u00a0: Files (Nextcloud), Wiki. Sauvegardes allant jusqu’au 24\u00a0nov. à 00\u00a0h\u00a000, avec un problème moindre\u00a0: Forum, Passwords (read-only copy). Tout le reste de cette liste est sauvegardé jusqu’au 24\u00a0nov. à 00\u00a0h\u00a000. On ne sait rien encore de Healthchecks, qui indique si des sauvegardes ont eu lieu. Ses sauvegardes ne figurent pas ici\u202f; la marche à suivre est plus bas.',
  );
});

test.each<[string, readonly SourceView[], readonly string[]]>([
  ['can be read', [source(now)], ['bad', 'good']],
  ['cannot be read now', [source(now, { problem: { code: 'html' } })], ['bad', 'unknown']],
  ['is another', [source(now), { ...neverRead, id: 'hoster' }], ['bad', 'good', 'unknown']],
])('what is backed up is green only while its source can be read: one that %s', (...given) => {
  const [, sources, wanted] = given;
  const times = createTimes('en-CA', 'America/Toronto');
  const targets = [at('Wiki', 58, 'late'), at('b', 9)];
  const lines = savedLines(createTranslate('en'), times, { targets, sources: [...sources] });
  expect(lines.map(({ state }) => state)).toEqual(wanted);
});
