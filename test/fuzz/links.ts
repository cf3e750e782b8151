/**
 * The readers of links against hostile lists: no crash, no hang, main is held by no step, and nothing but web addresses
 * ever comes out.
 */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { withArgument } from '../../shared/links/argument.ts';
import { mayBeAsked } from '../../shared/links/checks.ts';
import { viewLink } from '../../shared/links/lists.ts';
import type { ReadLinks } from '../../shared/links/read.ts';
import { readingLinks } from '../../shared/links/read.ts';
import {
  LinkFaultSchema,
  ShortlinkSchema,
  keyOfKeyword,
  linkLimits,
} from '../../shared/links/shortlink.ts';
import { LinkViewSchema } from '../../shared/links/state.ts';
import { stepMs } from '../unit/work/limits.ts';
import type { FuzzOptions } from './feeds.ts';
import type { LinkInput } from './link-inputs.ts';
import { base, linkInputs, longInputs } from './link-inputs.ts';
import { processorMs } from '../processor-time.ts';

/** Most CPU time of one input, in ms, the best of some tries: garbage collection counts too. */
const wholeMs = 1000;
const tries = 5;
/** Memory that all inputs may leave behind, in bytes. */
const leftBytes = 64 * 1024 * 1024;

/** Returns the number of parts that failed: short inputs, and long ones. */
export function fuzzLinks({ runs, seed, log }: FuzzOptions): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const details = fc.check(fc.property(linkInputs, check), { numRuns: runs, seed });
  const long = longInputs.filter((input) => !passes(input, log));
  globalThis.gc?.();
  const left = process.memoryUsage().heapUsed - before;
  const isBounded = globalThis.gc === undefined || left < leftBytes;
  const failures = (details.failed ? 1 : 0) + (isBounded ? 0 : 1);
  log(`lists: ${details.numRuns} inputs, ${failures} failures`);
  log(`long lists: ${longInputs.length} inputs, ${long.length} failures`);
  if (details.failed) log(fc.defaultReportMessage(details) ?? '');
  if (!isBounded) log(`${Math.round(left / 1024 / 1024)} MiB were left in memory`);
  return failures + (long.length > 0 ? 1 : 0);
}

function passes(input: (typeof longInputs)[number], log: (line: string) => void): boolean {
  try {
    check(input);
    return true;
  } catch (error) {
    log(`${input.what}: ${String(error)}`);
    return false;
  }
}

function check(input: LinkInput): void {
  const read = readInTime(input, tries);
  if (!read.ok) return;
  const { links, faults } = read;
  v.parse(v.array(LinkFaultSchema), faults);
  if (links.length > linkLimits.rows) throw new Error('more links than are read');
  if (faults.length > linkLimits.faults) throw new Error('more faults than are told');
  if (new Set(links.map(({ keyword }) => keyOfKeyword(keyword))).size !== links.length)
    throw new Error('a keyword stands there twice');
  for (const link of links) {
    const { address } = v.parse(ShortlinkSchema, link);
    const opened = new URL(withArgument(address, '../"javascript:1'));
    if (!/^https?:$/.test(opened.protocol)) throw new Error(`${opened.protocol} would be opened`);
    mayBeAsked(address);
    const { shown } = v.parse(LinkViewSchema, viewLink(link));
    if (/SECRET/.test(shown)) throw new Error('a key is shown');
  }
}

function readInTime(input: LinkInput, left: number): ReadLinks {
  let longestMs = 0;
  let wholeTookMs = 0;
  const steps = readingLinks(input.text, { format: input.format, base });
  for (;;) {
    const begunMs = processorMs();
    const step = steps.next();
    const tookMs = processorMs() - begunMs;
    longestMs = Math.max(longestMs, tookMs);
    wholeTookMs += tookMs;
    if (!step.done) continue;
    if (longestMs <= stepMs && wholeTookMs <= wholeMs) return step.value;
    if (left <= 1) throw new Error(`a step took ${Math.round(longestMs)} ms`);
    return readInTime(input, left - 1);
  }
}
