/**
 * What a registry says of a domain by RDAP (RFC 9083): when its registration ends, and whether it is on its way out.
 * Registries differ in spelling and in detail, so each field is read by itself: an odd one costs no other. Pure.
 */
import { defined } from '../defined.ts';
import { at, isFields } from '../feeds/fields.ts';
import type { Fields } from '../feeds/fields.ts';
import { parseInstant } from '../time/instant.ts';
import { parseJson } from '../json.ts';
import { parseTimestamp } from '../time/timestamp.ts';

/**
 * What a registry does with a domain that is no longer simply registered: `redemption` (not renewed, can be had back),
 * `restoring` (being had back), `deleting`, `held` (out of the DNS).
 */
export const standings = ['redemption', 'restoring', 'deleting', 'held'] as const;
export type Standing = (typeof standings)[number];

/** `endsUtcMs` is absent when the registry does not tell, `standing` when nothing is amiss. */
export type RegistryWord = Readonly<{
  endsUtcMs?: number | undefined;
  standing?: Standing | undefined;
}>;

/** Words for the end of the registration, as `lettersOf` gives them; that of the registry comes before the registrar's. */
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

/** Statuses by what they mean, as `lettersOf` gives them: both the words of RDAP and those of EPP (RFC 8056). */
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
/** Of several the first counts: a domain in redemption is also held and due to be deleted. */
const weightiest: readonly Standing[] = ['restoring', 'redemption', 'deleting', 'held'];

/** A registry tells of a dozen. */
const mostEntries = 5000;

/** Undefined when the answer is not about `domain`. */
export function readRegistry(
  text: string,
  domain: string,
  nowUtcMs: number,
): RegistryWord | undefined {
  const answer = parseJson(text);
  if (!isFields(answer) || !isAbout(answer, domain)) return undefined;
  const endsUtcMs = endOf(listOf(at(answer, 'events')).slice(0, mostEntries), nowUtcMs);
  const standing = standingOf(listOf(at(answer, 'status')).slice(0, mostEntries));
  return {
    ...defined({ endsUtcMs, standing }),
  };
}

function isAbout(answer: Fields, domain: string): boolean {
  const kind = at(answer, 'objectClassName');
  if (typeof kind === 'string' && lettersOf(kind) !== 'domain') return false;
  const name = at(answer, 'ldhName');
  // An error is an object as well.
  if (typeof kind !== 'string' && !Array.isArray(at(answer, 'events')) && name === undefined) {
    return false;
  }
  return typeof name !== 'string' || !isAscii(name) || bare(name) === bare(domain);
}

/** Some write a name with accents where its form for the DNS belongs. */
function isAscii(name: string): boolean {
  return /^\p{ASCII}+$/u.test(name);
}

function bare(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

/** A list; one value alone, or numbered as PHP writes lists with gaps, is taken for one. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return value === undefined ? [] : [value];
  const inner = Object.values(value);
  return inner.length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key)) ? inner : [value];
}

/**
 * Of several ends the next that is to come, else the last that has been: a renewal leaves the one before behind. Those
 * of contacts and name servers are not among `events`: they have lists of their own.
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
  const said = new Set(
    words.map((word) => {
      const letters = lettersOf(word);
      return Object.hasOwn(statuses, letters) ? statuses[letters] : undefined;
    }),
  );
  return weightiest.find((one) => said.has(one));
}

/** Nothing that means anything is longer; in characters. */
const longest = 200;

/** `pendingDelete`, `Pending  delete` and `pending delete https://icann.org/epp#pendingDelete` are one word. */
function lettersOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  const [word = ''] = value.slice(0, longest).toLowerCase().split('http');
  return word.replaceAll(/[^a-z]/g, '');
}

/** Zero times and the year 9999 are no ends; in years from now. */
const furthestYears = 101;
const earliestUtcMs = Date.UTC(2000, 0, 1);
const yearMs = 366 * 86_400_000;

/**
 * An instant, or at least the day: what matters of the end of a registration. A day is read as its beginning, and a
 * time without a zone as UTC. Forms that may be one day or another (03/04/2027) are none.
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
