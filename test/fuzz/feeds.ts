/** Every parser of feeds against hostile inputs: no crash, no hang, no false green. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import type { FeedType } from '../../shared/feeds/types.ts';
import type { ParsedFeed } from '../../shared/feeds/parse.ts';
import { parseFeed } from '../../shared/feeds/parse.ts';
import { feedTypes } from '../../shared/feeds/types.ts';
import { FeedFaultSchema, FeedReadingSchema } from '../../shared/feeds/reading.ts';
import { feedTexts, fixtureNowUtcMs } from '../fixtures/feeds/read.ts';
import type { Input } from './feed-inputs.ts';
import { feedInputs } from './feed-inputs.ts';

/** Longest time for one input, in ms, the best of some tries: the machine may be busy. */
const limitMs = 50;
const tries = 5;
/** Memory that all inputs of a format may leave behind, in bytes. */
const leftBytes = 64 * 1024 * 1024;

export type FuzzOptions = Readonly<{ runs: number; seed: number; log: (line: string) => void }>;

/** Returns the number of formats that failed. */
export function fuzzFeeds(options: FuzzOptions): number {
  return feedTypes.filter((type) => !fuzzFormat(type, options)).length;
}

function fuzzFormat(type: FeedType, { runs, seed, log }: FuzzOptions): boolean {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const inputs = feedInputs(feedTexts(type));
  const details = fc.check(
    fc.property(inputs, (input) => check(type, input)),
    { numRuns: runs, seed },
  );
  globalThis.gc?.();
  const left = process.memoryUsage().heapUsed - before;
  const isBounded = globalThis.gc === undefined || left < leftBytes;
  const failures = (details.failed ? 1 : 0) + (isBounded ? 0 : 1);
  log(`${type}: ${details.numRuns} inputs, ${failures} failures`);
  if (details.failed) log(fc.defaultReportMessage(details) ?? '');
  if (!isBounded) log(`${Math.round(left / 1024 / 1024)} MiB were left in memory`);
  return failures === 0;
}

function check(type: FeedType, input: Input): void {
  const parsed = parseInTime(type, input.texts, tries);
  if (!parsed.ok) return void v.parse(FeedFaultSchema, parsed.fault);
  const { components } = v.parse(FeedReadingSchema, parsed.reading);
  if (input.wordless && components.some((one) => one.verdict === 'up')) {
    throw new Error('a word that nobody knows was taken for up');
  }
}

function parseInTime(type: FeedType, texts: readonly string[], left: number): ParsedFeed {
  const startMs = performance.now();
  const parsed = parseFeed(type, texts, fixtureNowUtcMs);
  if (performance.now() - startMs <= limitMs) return parsed;
  if (left <= 1) throw new Error(`took longer than ${limitMs} ms`);
  return parseInTime(type, texts, left - 1);
}
