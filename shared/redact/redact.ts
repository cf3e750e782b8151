/**
 * Takes out of a text what gives a person or an account away, before it is shown to the member and sent. Pure; takes
 * time in proportion to the text, for no pattern can be entered twice at one place.
 */
import { ofAccounts } from './accounts.ts';
import { ofDevices } from './devices.ts';
import type { Find, Found } from './find.ts';
import { inHeaders, inOptions } from './headers.ts';
import type { RedactionKind } from './kinds.ts';
import { keptAs, standIns } from './kinds.ts';
import { byLabel } from './labelled.ts';
import { ofMachines } from './machines.ts';
import { ofBanks, ofNumbers } from './numbers.ts';
import { ofMatrix, ofPeople } from './people.ts';
import { ofPlaces } from './places.ts';
import { bySecretForm } from './secrets.ts';
import { plainOf } from './plain.ts';
import { inRows, toldInWords } from './told.ts';
import { inWeb } from './web.ts';
import type { Steps } from '../steps.ts';

export type Redaction = Readonly<{
  kind: RedactionKind;
  /** What stood there. */
  text: string;
  /** The member wants it to stay, and it does. */
  kept: boolean;
  /** Where it stood in the text that was given, and where what stands for it is now. In UTF-16 units, end excluded. */
  from: Readonly<{ start: number; end: number }>;
  to: Readonly<{ start: number; end: number }>;
}>;

export type Redacted = Readonly<{ text: string; redactions: readonly Redaction[] }>;

/** What has a meaning of its own goes first: the words before a secret tell more than its form. */
const finds: readonly Find[] = [
  ...inWeb,
  ...inHeaders,
  ...inOptions,
  ...inRows,
  ...byLabel,
  ...toldInWords,
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

/** What one pattern takes away may be what kept another from matching; more rounds than this were never needed. */
const rounds = 4;

/** `keep`: what the member has put back, each by `keptAs`. Redacting a second time changes nothing. */
export function redact(given: string, keep: readonly string[] = []): Redacted {
  const { text, at } = plainOf(given);
  const taken = takenFrom(text).map(({ kind, start, end }) => ({
    kind,
    start: at(start),
    end: at(end),
  }));
  return join(given, taken, new Set(keep));
}

/**
 * To be gone through before `redact` by whoever must not be held up by it: a pattern is compiled when it is first used, and
 * once more when it is used again, which for all of them together comes to a tenth of a second.
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

/** As `redact`, in steps. */
export function* redacting(given: string, keep: readonly string[] = []): Steps<Redacted> {
  yield* readying(given);
  return redact(given, keep);
}

function takenFrom(text: string): readonly Found[] {
  let taken: readonly Found[] = [];
  let left = text;
  for (let round = 0; round < rounds; round += 1) {
    const before = taken.length;
    for (const find of finds) {
      const found = find(left).flatMap((one) => free(one, taken));
      if (found.length === 0) continue;
      taken = [...taken, ...found].toSorted((a, b) => a.start - b.start);
      left = without(text, taken);
    }
    if (taken.length === before) break;
  }
  return taken;
}

/** What is found ends where something was taken out before. */
function free(found: Found, taken: readonly Found[]): readonly Found[] {
  const next = taken[firstBehind(taken, found.start)];
  if (next && next.start <= found.start) return [];
  const end = next ? Math.min(found.end, next.start) : found.end;
  return end > found.start ? [{ ...found, end }] : [];
}

/** The index of the first that ends behind a place; they are in order. */
function firstBehind(taken: readonly Found[], place: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** As long as the text, with ends of lines in place of what was taken out: few patterns go on over them. */
function without(text: string, taken: readonly Found[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of taken) {
    parts.push(text.slice(at, start), '\n'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function join(text: string, taken: readonly Found[], keep: ReadonlySet<string>): Redacted {
  const parts: string[] = [];
  const redactions: Redaction[] = [];
  let [at, length] = [0, 0];
  for (const { start, end, kind } of taken) {
    const given = text.slice(start, end);
    const kept = keep.has(keptAs({ kind, text: given }));
    const part = kept ? given : standIns[kind];
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
