/** Results of tests on this machine, in one small file, and of other members' reports, until the app ends. */
import * as v from 'valibot';
import type { Result } from '../../../shared/echo/state.ts';
import { ResultSchema } from '../../../shared/echo/state.ts';
import type { TextStore } from '../../platform/files.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import { loadJson } from '../../platform/load-json.ts';

/** Results to keep; the oldest are dropped first. */
export const resultsLimit = 300;
/** Results that keep their samples; older ones keep the figures only. */
const sampledLimit = 50;
/** Results to keep from reports. */
const takenLimit = 100;

export type Results = Readonly<{
  restore: () => Promise<void>;
  /** Newest first. */
  list: () => readonly Result[];
  add: (result: Result) => void;
  takeUp: (results: readonly Result[]) => void;
  forget: (ids: readonly string[]) => void;
}>;

const StoredSchema = v.object({ version: v.number(), results: readableArray(ResultSchema) });

export const resultsForm: FileForm = {
  name: 'echo-results',
  // Far above the size of the results.
  limitBytes: 8 * 1024 * 1024,
  version: 1,
  whole: v.object({ ...StoredSchema.entries, results: v.array(ResultSchema) }),
};

export function createResults(store: TextStore): Results {
  let own: readonly Result[] = [];
  let taken: readonly Result[] = [];

  const keep = (next: readonly Result[]) => {
    own = next
      .slice(0, resultsLimit)
      .map((one, place) => (place < sampledLimit ? one : withoutSamples(one)));
    const text = JSON.stringify({ version: 1, results: own });
    // A full disk must not affect the window.
    void store.save(text).catch(() => undefined);
  };

  return {
    restore: async () => {
      const stored = await loadJson(store, StoredSchema);
      own = stored?.results.toSorted(newestFirst).slice(0, resultsLimit) ?? [];
    },
    list: () => [...own, ...taken].toSorted(newestFirst),
    add: (result) => keep([result, ...own]),
    takeUp: (results) => {
      const known = new Set(own.map(({ id }) => id));
      const fresh = new Map(
        [...results, ...taken]
          .filter(({ id }) => !known.has(id))
          .map((one) => [one.id, { ...one, taken: true as const }]),
      );
      taken = [...fresh.values()].slice(0, takenLimit);
    },
    forget: (ids) => {
      const gone = new Set(ids);
      const stays = ({ id }: Result) => !gone.has(id);
      taken = taken.filter(stays);
      if (!own.every(stays)) keep(own.filter(stays));
    },
  };
}

function newestFirst(a: Result, b: Result): number {
  return b.atUtcMs - a.atUtcMs;
}

function withoutSamples(result: Result): Result {
  return { ...result, measurement: { ...result.measurement, samples: [] } };
}
