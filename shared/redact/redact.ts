/**
 * Removes what identifies a person or an account from a text before it is shown to the member and sent. Pure; linear in
 * the length of the text, because no pattern scans a position twice.
 */
import { ofAccounts } from './accounts.ts';
import { ofDevices } from './devices.ts';
import type { Find, Found } from './find.ts';
import { inHeaders, inOptions } from './headers.ts';
import type { RedactionKind } from './kinds.ts';
import { keptAs, placeholders } from './kinds.ts';
import { byLabel } from './labelled.ts';
import { ofMachines } from './machines.ts';
import { ofBanks, ofNumbers } from './numbers.ts';
import { ofMatrix, ofPeople } from './people.ts';
import { ofPlaces } from './places.ts';
import { bySecretForm } from './secrets.ts';
import { plainOf } from './plain.ts';
import { inRows, inSentences } from './told.ts';
import { inWeb } from './web.ts';
import type { Steps } from '../steps.ts';

export type Redaction = Readonly<{
  kind: RedactionKind;
  /** The original text. */
  text: string;
  /** Put back by the member, so not replaced. */
  kept: boolean;
  /** Position in the given text and in the result, in UTF-16 units, end exclusive. */
  from: Readonly<{ start: number; end: number }>;
  to: Readonly<{ start: number; end: number }>;
}>;

export type Redacted = Readonly<{ text: string; redactions: readonly Redaction[] }>;

/** Most specific first: a label says more about a secret than its shape. */
const finds: readonly Find[] = [
  ...inWeb,
  ...inHeaders,
  ...inOptions,
  ...inRows,
  ...byLabel,
  ...inSentences,
  ...ofMatrix,
  ofBanks,
  ...bySecretForm,
  ...ofAccounts,
  ...ofPeople,
  ...ofNumbers,
  ...ofPlaces,
  ...ofDevices,
  ...ofMachines,
];

/** A removal may enable another match, so all patterns run again. Four rounds have always been enough. */
const rounds = 4;

/** `keep`: what the member put back, as keptAs() keys. Idempotent. */
export function redact(given: string, keep: readonly string[] = []): Redacted {
  const { text, at } = plainOf(given);
  const removed = removedFrom(text).map(({ kind, start, end }) => ({
    kind,
    start: at(start),
    end: at(end),
  }));
  return join(given, removed, new Set(keep));
}

/**
 * Compiles the patterns in small steps, for callers that must not block: V8 compiles a pattern on its first use and
 * again on its second, about 100 ms for all of them.
 */
export function* readying(given: string): Steps<void> {
  const { text } = plainOf(given);
  for (const find of finds) {
    find(text);
    yield;
    find(text);
    yield;
  }
}

/** redact() in steps. */
export function* redacting(given: string, keep: readonly string[] = []): Steps<Redacted> {
  yield* readying(given);
  return redact(given, keep);
}

function removedFrom(text: string): readonly Found[] {
  let removed: readonly Found[] = [];
  let rest = text;
  for (let round = 0; round < rounds; round += 1) {
    const before = removed.length;
    for (const find of finds) {
      const found = find(rest).flatMap((one) => clipped(one, removed));
      if (found.length === 0) continue;
      removed = [...removed, ...found].toSorted((a, b) => a.start - b.start);
      rest = masked(text, removed);
    }
    if (removed.length === before) break;
  }
  return removed;
}

/** Cuts a match off where an earlier removal begins. */
function clipped(found: Found, removed: readonly Found[]): readonly Found[] {
  const next = removed[firstBehind(removed, found.start)];
  if (next && next.start <= found.start) return [];
  const end = next ? Math.min(found.end, next.start) : found.end;
  return end > found.start ? [{ ...found, end }] : [];
}

/** Index of the first removal that ends after the position. */
function firstBehind(removed: readonly Found[], place: number): number {
  let [low, high] = [0, removed.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((removed[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Same length, with newlines in place of removals, because few patterns cross lines. */
function masked(text: string, removed: readonly Found[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of removed) {
    parts.push(text.slice(at, start), '\n'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function join(text: string, removed: readonly Found[], keep: ReadonlySet<string>): Redacted {
  const parts: string[] = [];
  const redactions: Redaction[] = [];
  let [at, length] = [0, 0];
  for (const { start, end, kind } of removed) {
    const given = text.slice(start, end);
    const kept = keep.has(keptAs({ kind, text: given }));
    const part = kept ? given : placeholders[kind];
    length += start - at;
    redactions.push({
      kind,
      text: given,
      kept,
      from: { start, end },
      to: { start: length, end: length + part.length },
    });
    parts.push(text.slice(at, start), part);
    length += part.length;
    at = end;
  }
  return { text: parts.join('') + text.slice(at), redactions };
}
