/** The results of checking links, and how many requests it took, as the profile has them: without any address. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { defined } from '../../../shared/defined.ts';
import type { Finding } from '../../../shared/links/check-verdict.ts';
import type { LinkCheck } from '../../../shared/links/checks.ts';
import { LinkCheckSchema, askLimit, isWithin, keptMs } from '../../../shared/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import { keyOfKeyword } from '../../../shared/links/shortlink.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { Clock } from '../../platform/clock.ts';
import { coalesce } from '../../platform/coalesce.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { FileForm } from '../../platform/profile-file.ts';

export const checksForm: FileForm = {
  name: 'link-checks',
  limitBytes: 4 * 1024 * 1024,
  version: 1,
  whole: v.object({
    version: v.literal(1),
    askedUtcMs: v.array(UtcMs),
    checks: v.array(LinkCheckSchema),
  }),
};
const Kept = v.object({
  askedUtcMs: v.optional(readableArray(UtcMs), []),
  checks: readableArray(LinkCheckSchema),
});

/** Results come every few seconds. */
const saveMs = 10_000;

export type CheckResults = Readonly<{
  restore: () => Promise<void>;
  /** Of the link as it leads now. */
  of: (link: Listed) => LinkCheck | undefined;
  note: (links: readonly Listed[], finding: Finding) => void;
  /** Notes a request. */
  asked: () => void;
  /** When the next request is allowed, ms UTC; undefined if that is now. */
  freeAtUtcMs: () => number | undefined;
  /** Saves what was not saved yet; undefined if there is nothing. Never rejects. */
  leave: () => Promise<void> | undefined;
}>;

export function createCheckResults(
  deps: Readonly<{ clock: Clock; store: TextStore }>,
): CheckResults {
  const { clock, store } = deps;
  const digest = createDigests();
  let checks = new Map<string, LinkCheck>();
  let askedUtcMs: readonly number[] = [];

  const isKept = ({ atUtcMs }: LinkCheck) => isWithin(keptMs, atUtcMs, clock.nowUtcMs());
  let isSaved = true;
  const write = async () => {
    isSaved = true;
    const kept = [...checks.values()].filter(isKept);
    const text = JSON.stringify({ version: 1, askedUtcMs, checks: kept });
    // A full disk only costs the results.
    await store.save(text).catch(() => undefined);
  };
  const saveSoon = coalesce(clock, saveMs, () => void write());
  const save = () => {
    isSaved = false;
    saveSoon();
  };
  const of = ({ keyword, address }: Listed) => {
    const check = checks.get(keyOfKeyword(keyword));
    return check && isKept(check) && check.of === digest(address) ? check : undefined;
  };
  const recent = () => askedUtcMs.filter((at) => isWithin(dayMs, at, clock.nowUtcMs()));
  return {
    restore: async () => {
      const kept = await loadJson(store, Kept);
      checks = new Map(kept?.checks.map((one) => [keyOfKeyword(one.keyword), one]));
      askedUtcMs = kept?.askedUtcMs.slice(-askLimit) ?? [];
    },
    of,
    note: (links, finding) => {
      const atUtcMs = clock.nowUtcMs();
      for (const link of links) {
        const { keyword, address } = link;
        const since = of(link)?.missingSinceUtcMs ?? atUtcMs;
        const isMissing = finding.why === 'no-name' || finding.why === 'no-name-yet';
        checks.set(keyOfKeyword(keyword), {
          ...finding,
          keyword,
          of: digest(address),
          atUtcMs,
          ...defined({ missingSinceUtcMs: isMissing ? since : undefined }),
        });
      }
      save();
    },
    asked: () => {
      askedUtcMs = [...recent(), clock.nowUtcMs()];
      save();
    },
    freeAtUtcMs: () => {
      const all = recent();
      return all.length < askLimit ? undefined : (all[0] ?? 0) + dayMs;
    },
    leave: () => (isSaved ? undefined : write()),
  };
}

/** Each is made once: the state asks for all of them after every answer. */
function createDigests(): (address: string) => string {
  const known = new Map<string, string>();
  return (address) => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const made = createHash('sha256').update(address).digest('base64url');
    known.set(address, made);
    return made;
  };
}
