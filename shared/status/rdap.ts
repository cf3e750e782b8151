/**
 * What a registry reports about a domain over RDAP (RFC 9083): when its registration ends, and whether it is being
 * removed. Registries differ in spelling and detail, so each field is read on its own. Pure.
 */
import { defined } from '../defined.ts';
import { at, isFields } from '../feeds/fields.ts';
import type { Fields } from '../feeds/fields.ts';
import { parseInstant } from '../time/instant.ts';
import { parseJson } from '../json.ts';
import { parseTimestamp } from '../time/timestamp.ts';

/**
 * Why a domain is no longer simply registered: `redemption` (not renewed, but recoverable), `restoring` (being
 * recovered), `deleting`, `held` (not in the DNS).
 */
export const standings = ['redemption', 'restoring', 'deleting', 'held'] as const;
export type Standing = (typeof standings)[number];

/** `endsUtcMs` is absent if the registry does not state it, `standing` if all is well. */
export type RegistryStatus = Readonly<{
  endsUtcMs?: number | undefined;
  standing?: Standing | undefined;
}>;

/** Events that end a registration, as normalised by `lettersOf`; the registry's come before the registrar's. */
const ends: readonly ReadonlySet<string>[] = [
  new Set([
    'expiration',
    'expirationdate',
    'expirydate',
    'expiry',
    'expires',
    'domainexpiration',
    'registrationexpiration',
    'registryexpiration',
    'registryexpirydate',
    // .is, .kg and .tw, .ru
    'softexpiration',
    'recordexpires',
    'paidtill',
  ]),
  new Set(['registrarexpiration', 'registrarregistrationexpiration', 'registrarexpirationdate']),
];

/** Statuses by meaning, as normalised by `lettersOf`: the terms of RDAP and those of EPP (RFC 8056). */
const statuses: Readonly<Record<string, Standing>> = {
  redemptionperiod: 'redemption',
  redemptiongraceperiod: 'redemption',
  redemption: 'redemption',
  quarantine: 'redemption',
  inquarantine: 'redemption',
  expired: 'redemption',
  pendingrestore: 'restoring',
  pendingdelete: 'deleting',
  pendingdeletion: 'deleting',
  pendingdeleterestorable: 'redemption',
  deletecandidate: 'deleting',
  forcedelete: 'deleting',
  clienthold: 'held',
  serverhold: 'held',
  hold: 'held',
  onhold: 'held',
  inactive: 'held',
};
/** The first match counts: a domain in redemption is also held and pending deletion. */
const precedence: readonly Standing[] = ['restoring', 'redemption', 'deleting', 'held'];

/** Most entries read from a list; a registry sends about a dozen. */
const entriesLimit = 5000;

/** Undefined if the answer is not about `domain`. */
export function readRegistry(
  text: string,
  domain: string,
  nowUtcMs: number,
): RegistryStatus | undefined {
  const answer = parseJson(text);
  if (!isFields(answer) || !isAbout(answer, domain)) return undefined;
  const endsUtcMs = endOf(listOf(at(answer, 'events')).slice(0, entriesLimit), nowUtcMs);
  const standing = standingOf(listOf(at(answer, 'status')).slice(0, entriesLimit));
  return {
    ...defined({ endsUtcMs, standing }),
  };
}

function isAbout(answer: Fields, domain: string): boolean {
  const kind = at(answer, 'objectClassName');
  if (typeof kind === 'string' && lettersOf(kind) !== 'domain') return false;
  const name = at(answer, 'ldhName');
  // An error is also an object.
  if (typeof kind !== 'string' && !Array.isArray(at(answer, 'events')) && name === undefined) {
    return false;
  }
  return typeof name !== 'string' || !isAscii(name) || bare(name) === bare(domain);
}

/** Some registries send the Unicode name where the ASCII form belongs. */
function isAscii(name: string): boolean {
  return /^\p{ASCII}+$/u.test(name);
}

function bare(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

/** A list. A single value, or an object with numeric keys (PHP arrays with gaps), also counts as a list. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return value === undefined ? [] : [value];
  const inner = Object.values(value);
  return inner.length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key)) ? inner : [value];
}

/**
 * Of several end dates, the next one ahead, else the latest one past: a renewal leaves the previous one in place. Those
 * of contacts and name servers are not in `events`: they have lists of their own.
 */
function endOf(events: readonly unknown[], nowUtcMs: number): number | undefined {
  const known = events.filter(isFields).flatMap((event) => {
    const action = lettersOf(at(event, 'eventAction'));
    const rank = ends.findIndex((words) => words.has(action));
    const instant = rank < 0 ? undefined : parseDate(at(event, 'eventDate'), nowUtcMs);
    return instant === undefined ? [] : [{ rank, instant }];
  });
  const best = known.reduce((rank, one) => Math.min(rank, one.rank), ends.length);
  const instants = known.filter((one) => one.rank === best).map((one) => one.instant);
  const coming = instants.filter((one) => one > nowUtcMs);
  if (coming.length > 0) return coming.reduce((a, b) => Math.min(a, b));
  return instants.length > 0 ? instants.reduce((a, b) => Math.max(a, b)) : undefined;
}

function standingOf(values: readonly unknown[]): Standing | undefined {
  const words = values.flatMap((value) =>
    typeof value === 'string'
      ? value.slice(0, longest).split(/[,;]/)
      : isFields(value)
        ? [at(value, 'status')]
        : [],
  );
  const known = new Set(
    words.map((word) => {
      const letters = lettersOf(word);
      return Object.hasOwn(statuses, letters) ? statuses[letters] : undefined;
    }),
  );
  return precedence.find((one) => known.has(one));
}

/** Longest meaningful text, in characters. */
const longest = 200;

/** `pendingDelete`, `Pending  delete` and `pending delete https://icann.org/epp#pendingDelete` are the same status. */
function lettersOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  const [word = ''] = value.slice(0, longest).toLowerCase().split('http');
  return word.replaceAll(/[^a-z]/g, '');
}

/** Zero times and the year 9999 are ignored; in years from now. */
const furthestYears = 101;
const earliestUtcMs = Date.UTC(2000, 0, 1);
const yearMs = 366 * 86_400_000;

/**
 * An instant, or at least a date, which is enough for the end of a registration. A date means the start of that day,
 * and a time without a zone means UTC. Ambiguous dates (03/04/2027) are ignored.
 */
function parseDate(value: unknown, nowUtcMs: number): number | undefined {
  const instant =
    typeof value === 'string' ? fromText(value.slice(0, longest)) : parseTimestamp(value);
  const isLikely =
    instant !== undefined &&
    instant >= earliestUtcMs &&
    instant < nowUtcMs + furthestYears * yearMs;
  return isLikely ? instant : undefined;
}

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

function fromText(value: string): number | undefined {
  const text = value.trim().toUpperCase();
  const inFull = parseInstant(text.replace('GMT', 'UTC')) ?? parseTimestamp(text);
  if (inFull !== undefined) return inFull;
  const numeric = /^(\d{4})([-/.]?)\s?(\d\d?)\2\s?(\d\d?)(?!\d)/.exec(text);
  if (numeric) return dayOf(numeric[1], numeric[3], numeric[4]);
  const named = /^(?:[A-Z]{3,9},? )?(\d\d?)[- ]([A-Z]{3})[A-Z]*[- ](\d{4})(?!\d)/.exec(text);
  if (!named) return undefined;
  const month = months.indexOf((named[2] ?? '').toLowerCase());
  return month % 3 === 0 ? dayOf(named[3], String(month / 3 + 1), named[1]) : undefined;
}

function dayOf(year = '', month = '', day = ''): number | undefined {
  return parseInstant(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
}
