/** Every reader of backups against hostile inputs: no crash, no hang, no false green. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import * as v from 'valibot';
import type { FollowUpAnswers } from '../../shared/backups/readers/reader.ts';
import { readers } from '../../shared/backups/readers/index.ts';
import type { ReadSource } from '../../shared/backups/reading.ts';
import { SourceProblemSchema, TargetReadingSchema } from '../../shared/backups/reading.ts';
import { viewTarget } from '../../shared/backups/rules.ts';
import { TargetViewSchema } from '../../shared/backups/view.ts';
import type { BackupKind, BackupSource } from '../../shared/coop/backups.ts';
import { BackupSourceSchema, backupKinds } from '../../shared/coop/backups.ts';
import { findingSentence, problemSentence } from '../../shared/wording/backups.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import { createTranslate } from '../translate.ts';
import type { BackupInput } from './backup-inputs.ts';
import { backupInputs } from './backup-inputs.ts';
import type { FuzzOptions } from './feeds.ts';
import { entry } from '../fixtures/entry.ts';
import { processorMs } from '../processor-time.ts';

/** Most CPU time that one input may take, in ms, the best of some tries: garbage collection counts too. */
const limitMs = 50;
const tries = 5;
/** Memory that all inputs of a kind may leave behind, in bytes. */
const leftBytes = 64 * 1024 * 1024;
/** Targets judged per answer: the same code reads all of them. */
const judged = 3;
const nowUtcMs = Date.parse('2026-11-24T14:00:00Z');

/** Of the first check of the fixture. */
const filesKey = 'a6c7b0a8a66bed0df66abfdab3c77736861703ee';

/** Answers for each kind. */
const fixtures: Readonly<Record<BackupKind, readonly string[]>> = {
  'coop-backups': ['../../docs/coop-backups.example.json'],
  healthchecks: ['../fixtures/backups/healthchecks.json'],
  backrest: ['../fixtures/backups/backrest.json', '../fixtures/backups/backrest-operations.json'],
  kopia: ['../fixtures/backups/kopia.json'],
  'restic-snapshots': ['../fixtures/backups/restic-snapshots.json'],
  duplicati: ['../fixtures/backups/duplicati.json', '../fixtures/backups/duplicati-reports.json'],
  'github-workflow': ['../fixtures/backups/github-workflow.json'],
  'snapshot-names': ['../fixtures/backups/snapshot-names.txt'],
};

const t = createTranslate('en');
const times = createTimes('en', 'America/Toronto');

/** Returns the number of kinds that failed. */
export function fuzzBackups(options: FuzzOptions): number {
  const all = backupKinds.flatMap((kind) => fixtures[kind].map((place) => ({ kind, place })));
  const failed = all.filter(({ kind, place }) => !fuzzKind(kind, place, options));
  return new Set(failed.map(({ kind }) => kind)).size;
}

function fuzzKind(kind: BackupKind, place: string, { runs, seed, log }: FuzzOptions): boolean {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const fixture = readFileSync(new URL(place, import.meta.url), 'utf8');
  const source = sourceOf(kind);
  const details = fc.check(
    fc.property(backupInputs(fixture), (input) => check(source, input)),
    { numRuns: runs, seed },
  );
  globalThis.gc?.();
  const left = process.memoryUsage().heapUsed - before;
  const isBounded = globalThis.gc === undefined || left < leftBytes;
  const failures = (details.failed ? 1 : 0) + (isBounded ? 0 : 1);
  log(`${kind}: ${details.numRuns} inputs, ${failures} failures`);
  if (details.failed) log(fc.defaultReportMessage(details) ?? '');
  if (!isBounded) log(`${Math.round(left / 1024 / 1024)} MiB were left in memory`);
  return failures === 0;
}

function sourceOf(kind: BackupKind): BackupSource {
  return entry(BackupSourceSchema, {
    id: 's',
    name: 'Nightly',
    kind,
    url: 'https://backups.example/',
    schedule: { cron: '0 3 * * *', timeZone: 'America/Toronto' },
    wantedDays: 90,
  });
}

/** Additional requests get the same server's answer, in the same state. */
function besidesOf(text: string): FollowUpAnswers {
  return { operations: text, state: text, notifications: text, [filesKey]: text };
}

function check(source: BackupSource, { text, timeless }: BackupInput): void {
  const read = readInTime(source, text, tries);
  const problems = read.ok ? read.problems : [read.problem];
  for (const problem of problems) problemSentence(t, v.parse(SourceProblemSchema, problem));
  for (const target of read.ok ? read.targets.slice(0, judged) : []) {
    const reading = v.parse(TargetReadingSchema, target);
    const view = v.parse(TargetViewSchema, viewTarget(reading, source, nowUtcMs, nowUtcMs));
    for (const one of view.findings) findingSentence(t, times, one, nowUtcMs);
    const isSeen =
      view.lastSuccessUtcMs !== undefined || view.days.some(({ state }) => state === 'ok');
    if (view.state === 'good' && (timeless || !isSeen)) {
      throw new Error(`${reading.id} is good, and nothing says that it ever ran`);
    }
  }
}

function readInTime(source: BackupSource, text: string, left: number): ReadSource {
  const begunMs = processorMs();
  const read = readers[source.kind](text, source, nowUtcMs, besidesOf(text));
  if (processorMs() - begunMs <= limitMs) return read;
  if (left <= 1) throw new Error(`took longer than ${limitMs} ms`);
  return readInTime(source, text, left - 1);
}
