/** Targets that disappear since yesterday stay visible; an empty repository is not safe, and is reported. */
import { expect, test, vi } from 'vitest';
import { createReadingCache } from '../../../main/features/backups/reading-cache.ts';
import { newsOf } from '../../../shared/backups/notices.ts';
import { readers } from '../../../shared/backups/readers/index.ts';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import { freshTargets, remember, viewBackups } from '../../../shared/backups/sources.ts';
import { unread } from '../../../shared/backups/source-memory.ts';
import type { BackupKind, BackupsPlan } from '../../../shared/coop/backups.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { backupNewsText } from '../../../shared/wording/backup-alerts.ts';
import { findingSentence } from '../../../shared/wording/backups.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { entry } from '../../fixtures/entry.ts';

const dayMs = 86_400_000;
/** 10:00 in Toronto. */
const nowUtcMs = Date.UTC(2026, 10, 24, 15);

function planOf(kind: BackupKind, more: object = {}): BackupsPlan {
  const schedule = { cron: '0 3 * * *', timeZone: 'America/Toronto' };
  const source = { id: 's', name: 'NAS', kind, url: 'https://nas.example/', schedule, ...more };
  return entry(BackupsSchema, { sources: [source] });
}

/** The memory after each of the answers, a day apart; the last of them now. */
function after(plan: BackupsPlan, answers: readonly string[]): SourceMemory {
  const [source] = plan.sources;
  if (!source) throw new Error('no source');
  return answers.reduce((memory, text, at) => {
    const atUtcMs = nowUtcMs - (answers.length - 1 - at) * dayMs;
    return remember(memory, readers[source.kind](text, source, atUtcMs), atUtcMs);
  }, unread);
}

function seen(plan: BackupsPlan, memory: SourceMemory, atUtcMs = nowUtcMs): readonly string[] {
  const memories = new Map([['s', memory]]);
  const now = { atUtcMs, reading: false, isClockRight: true };
  return viewBackups(plan, [], memories, now).targets.map(
    ({ name, state, findings }) =>
      `${name}: ${state} ${findings.map(({ code }) => code).join(' ')}`,
  );
}

function told(plan: BackupsPlan, memory: SourceMemory): readonly string[] {
  const targets = freshTargets(plan, new Map([['s', memory]]), nowUtcMs);
  const news = newsOf(targets, {}, { atUtcMs: nowUtcMs, timeZone: 'America/Toronto' });
  return news.map(({ topic, name }) => `${topic} ${name}`);
}

const snapshots = (...paths: readonly string[]) =>
  JSON.stringify(
    paths.flatMap((path) =>
      [23, 24].map((day) => ({ time: `2026-11-${day}T08:00:05Z`, hostname: 'nas', paths: [path] })),
    ),
  );
const check = (name: string) => ({
  name,
  unique_key: name,
  status: 'up',
  grace: 3600,
  timeout: 86_400,
  last_ping: '2026-11-24T08:00:00Z',
  next_ping: '2026-11-25T08:00:00Z',
});
const ran = (id: string, day = 24) => ({ id, lastSuccess: `2026-11-${day}T08:00:00Z` });
const file = (...targets: readonly object[]) =>
  JSON.stringify({ format: 'coop-backups/1', written: '2026-11-20T14:00:00Z', targets });

test.each<[string, BackupKind, readonly string[], readonly string[], readonly string[]]>([
  [
    'a store that is emptied',
    'restic-snapshots',
    [snapshots('/a', '/b'), '[]'],
    ['nas: /a: bad gone', 'nas: /b: bad gone'],
    ['gone nas: /a', 'gone nas: /b'],
  ],
  [
    'null for an empty store',
    'restic-snapshots',
    [snapshots('/a'), 'null'],
    ['nas: /a: bad gone'],
    ['gone nas: /a'],
  ],
  ['a store that was never filled', 'restic-snapshots', ['[]'], ['NAS: bad empty'], ['gone NAS']],
  [
    'one of two',
    'restic-snapshots',
    [snapshots('/a', '/b'), snapshots('/a')],
    ['nas: /b: bad gone', 'nas: /a: good '],
    ['gone nas: /b'],
  ],
  [
    'days later',
    'restic-snapshots',
    [snapshots('/a', '/b'), ...Array.from({ length: 20 }, () => snapshots('/a'))],
    ['nas: /b: bad gone', 'nas: /a: good '],
    ['gone nas: /b'],
  ],
  [
    'after a month it is over, but an empty store stays empty',
    'restic-snapshots',
    [snapshots('/a'), ...Array.from({ length: 31 }, () => '[]')],
    ['NAS: bad empty'],
    ['gone NAS'],
  ],
  [
    'one that comes back',
    'restic-snapshots',
    [snapshots('/a', '/b'), snapshots('/a'), snapshots('/a', '/b')],
    ['nas: /a: good ', 'nas: /b: good '],
    [],
  ],
  [
    'data sets',
    'snapshot-names',
    ['tank/a@auto-2026-11-24_03-00\ntank/b@auto-2026-11-24_03-00', 'no datasets available\n'],
    ['tank/a: bad gone', 'tank/b: bad gone'],
    ['gone tank/a', 'gone tank/b'],
  ],
  [
    'data sets by zfs list -H',
    'snapshot-names',
    ['tank/a@auto-2026-11-24_03-00\n', '\n'],
    ['tank/a: bad gone'],
    ['gone tank/a'],
  ],
  ['an empty answer of a program that says [] for nothing', 'restic-snapshots', [''], [], []],
  [
    'a table of zfs list without a row',
    'snapshot-names',
    ['NAME   USED  AVAIL  REFER  MOUNTPOINT\n'],
    ['NAS: bad empty'],
    ['gone NAS'],
  ],
  [
    'a folder without a snapshot',
    'snapshot-names',
    ['<html><title>Index of /snapshots/</title><a href="../">../</a></html>'],
    ['NAS: bad empty'],
    ['gone NAS'],
  ],
  ['a page that may be any page', 'snapshot-names', ['<html><p>Sign in</p></html>'], [], []],
  [
    'checks',
    'healthchecks',
    [JSON.stringify({ checks: [check('a'), check('b')] }), '{"checks":[]}'],
    ['a: bad gone', 'b: bad gone'],
    ['gone a', 'gone b'],
  ],
  ['kopia, of which Go says null', 'kopia', ['{"sources":null}'], ['NAS: bad empty'], ['gone NAS']],
  ['duplicati', 'duplicati', ['[]'], ['NAS: bad empty'], ['gone NAS']],
  ['backrest', 'backrest', ['{"configPath":"/c"}'], ['NAS: bad empty'], ['gone NAS']],
  ['an empty object of anybody', 'backrest', ['{}'], [], []],
  ['a file', 'coop-backups', [file(ran('pads', 23)), file()], ['pads: bad gone'], ['gone pads']],
  [
    'unreadable first, and then gone',
    'coop-backups',
    [
      file(ran('a', 22), ran('b', 22)),
      file(ran('a', 23), { id: 'b', sizeBytes: -1 }),
      file(ran('a')),
    ],
    ['b: bad gone', 'a: good '],
    ['gone b'],
  ],
  [
    'not found while a part of the answer cannot be read',
    'coop-backups',
    [file(ran('a', 23), ran('b', 23)), file(ran('a'), { sizeBytes: -1 })],
    ['b: unknown stale-reading', 'a: good '],
    [],
  ],
  [
    'a reading that failed takes nothing away',
    'restic-snapshots',
    [snapshots('/a'), '[]', '<html>'],
    ['nas: /a: bad gone'],
    [],
  ],
])('%s: %s', (_what, kind, answers, views, news) => {
  const plan = planOf(kind);
  const memory = after(plan, answers);
  expect(seen(plan, memory)).toEqual(views);
  expect(told(plan, memory)).toEqual(news);
});

test('what the document names is looked for, and what it names no more is let go', () => {
  const answers = [snapshots('/a', '/b'), snapshots('/a')];
  const some = planOf('restic-snapshots', { targets: ['nas: /a'] });
  expect(seen(some, after(some, answers))).toEqual(['nas: /a: good ']);
  const both = planOf('restic-snapshots', { targets: ['nas: /a', 'nas: /b'] });
  expect(seen(both, after(both, answers))).toEqual(['nas: /b: bad gone', 'nas: /a: good ']);
  expect(seen(both, after(both, ['[]']))).toEqual(['nas: /a: bad empty', 'nas: /b: bad empty']);
});

test('it outlives the app', async () => {
  const save = vi.fn<(text: string) => void>();
  const write = createReadingCache({
    load: async () => undefined,
    save: async (text) => save(text),
  });
  const plan = planOf('restic-snapshots');
  const { good } = after(plan, [snapshots('/a', '/b'), snapshots('/a')]);
  if (!good) throw new Error('nothing was read');
  write.save({ readings: new Map([['s', good]]), told: {} });
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
  const read = createReadingCache({
    load: async () => save.mock.calls[0]?.[0],
    save: async () => {},
  });
  const kept = (await read.load()).readings.get('s');
  expect(seen(plan, { faults: 0, ...(kept ? { good: kept } : {}) })).toEqual([
    'nas: /b: bad gone',
    'nas: /a: good ',
  ]);
});

test.each<[Locale, string, string]>([
  [
    'en',
    'Missing from the report since Nov 23, 10:00 (1 day ago). Its copies may have been deleted.',
    'The report lists no backup.',
  ],
  [
    'fr',
    'Absente du rapport depuis 1 j (23 nov., 10:00). Ses copies ont peut-être été supprimées.',
    'Le rapport n’énumère aucune sauvegarde.',
  ],
])('a member reads what happened: %s', (locale, gone, empty) => {
  const plan = planOf('restic-snapshots');
  const [t, times] = [createTranslate(locale), createTimes(locale, 'America/Toronto')];
  const sentences = [[snapshots('/a'), '[]'], ['[]']].map((answers) => {
    const [target] = freshTargets(plan, new Map([['s', after(plan, answers)]]), nowUtcMs);
    const [found] = target?.findings ?? [];
    const sentence = found ? findingSentence(t, times, found, nowUtcMs) : '';
    return sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
  });
  expect(sentences).toEqual([gone, empty]);
});

test.each([
  ['en', 'No backup of Pads can be found any more'],
  ['fr', 'La sauvegarde de Pads est introuvable'],
] as const)('the notification says so: %s', (locale, title) => {
  const finding = { code: 'gone', state: 'bad', params: {} } as const;
  const news = [
    { targetId: 's/pads', sourceId: 's', name: 'Pads', topic: 'gone', finding },
  ] as const;
  expect(backupNewsText(createTranslate(locale), news).title).toBe(title);
});
