/** The registries' latest data about each domain, stored across restarts. */
import * as v from 'valibot';
import { readableRecord } from '../../../shared/lists/readable.ts';
import type { RegistryStatus } from '../../../shared/status/rdap.ts';
import { standings } from '../../../shared/status/rdap.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { TextStore } from '../../platform/files.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

const KnownSchema = v.object({
  askedAtUtcMs: UtcMs,
  endsUtcMs: v.optional(UtcMs),
  standing: v.optional(v.picklist(standings)),
  /** The last step towards its expiry that was announced, so that each is announced once. */
  toldBand: v.optional(v.number()),
});
export type KnownDomain = v.InferOutput<typeof KnownSchema>;

/** The first format was the bare domains, without a version. */
const fileOf = (domains: v.GenericSchema<unknown, Record<string, KnownDomain>>) =>
  v.union([
    v.pipe(
      v.object({ version: v.number(), domains }),
      v.transform((file) => file.domains),
    ),
    domains,
  ]);
const FileSchema = fileOf(readableRecord(v.string(), KnownSchema));

export const domainsForm: FileForm = {
  name: 'domains',
  limitBytes: 256 * 1024,
  version: 1,
  whole: fileOf(v.record(v.string(), KnownSchema)),
};

export type KnownDomains = Readonly<{
  /** Loads the file once. If it is unreadable, the domains are just queried again. */
  load: () => Promise<void>;
  get: (name: string) => KnownDomain | undefined;
  /** Resolves once it is saved, or saving has failed. */
  set: (name: string, known: KnownDomain) => Promise<void>;
}>;

export function createKnownDomains(store: TextStore): KnownDomains {
  let domains: Map<string, KnownDomain> | undefined;
  return {
    load: async () => {
      if (domains) return;
      const stored = await loadJson(store, FileSchema);
      domains ??= new Map(Object.entries(stored ?? {}));
    },
    get: (name) => domains?.get(name),
    set: async (name, known) => {
      domains = new Map(domains).set(name, known);
      const text = JSON.stringify({ version: 1, domains: Object.fromEntries(domains) });
      await store.save(text).catch(() => undefined);
    },
  };
}

/**
 * Without an answer, or with one that names no expiry, yesterday's expiry still applies: it only ever moves later. But
 * a domain whose standing is no longer mentioned is in good standing again.
 */
export function withAnswer(
  before: KnownDomain | undefined,
  word: RegistryStatus | undefined,
  askedAtUtcMs: number,
): KnownDomain {
  if (!word) return { ...before, askedAtUtcMs };
  const { standing: _before, ...rest } = before ?? {};
  return { ...rest, ...word, askedAtUtcMs };
}
