/** The results of the tests that were made here, kept in one small file; those of somebody's report, until the app ends. */
import * as v from 'valibot';
import type { Result } from '../../shared/echo/state.ts';
import { ResultSchema } from '../../shared/echo/state.ts';
import type { TextStore } from '../platform/files.ts';

/** Far more than the file's results come to. In bytes. */
export const resultsLimitBytes = 8 * 1024 * 1024;
/** Results that are kept; the oldest go first. */
export const resultsLimit = 300;
/** Results whose seconds are kept; the older ones keep their figures. */
const sampledLimit = 50;
/** Results that are taken from reports. */
const takenLimit = 100;

export type Results = Readonly<{
  restore: () => Promise<void>;
  /** The newest first. */
  list: () => readonly Result[];
  add: (result: Result) => void;
  takeUp: (results: readonly Result[]) => void;
  forget: (ids: readonly string[]) => void;
}>;

export type ResultsStore = TextStore &
  Readonly<{
    /** Puts a damaged file aside, so that the next saving does not lose what may be saved of it. */
    setAside: () => Promise<void>;
  }>;

const FileSchema = v.object({ version: v.literal(1), results: v.array(v.unknown()) });

export function createResults(store: ResultsStore): Results {
  let own: readonly Result[] = [];
  let taken: readonly Result[] = [];
  let saving = Promise.resolve();

  const keep = (next: readonly Result[]) => {
    own = next
      .slice(0, resultsLimit)
      .map((one, place) => (place < sampledLimit ? one : withoutSamples(one)));
    const text = JSON.stringify({ version: 1, results: own });
    // One after the other, so that the newest stays. A full disk must not cost what is on the screen.
    saving = saving.then(() => store.save(text)).catch(() => undefined);
  };

  return {
    restore: async () => {
      const text = await store.load().catch(() => '');
      if (text === undefined) return;
      const file = parseFile(text);
      if (!file?.whole) await store.setAside().catch(() => undefined);
      own = (file?.results ?? []).toSorted(newestFirst).slice(0, resultsLimit);
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

/** One by one: a result that cannot be read costs no other, but the file is then not `whole`. */
function parseFile(text: string): { results: Result[]; whole: boolean } | undefined {
  try {
    const { results } = v.parse(FileSchema, JSON.parse(text));
    const read = results.map((one) => v.safeParse(ResultSchema, one));
    return {
      results: read.flatMap((one) => (one.success ? [one.output] : [])),
      whole: read.every((one) => one.success),
    };
  } catch {
    return undefined;
  }
}
