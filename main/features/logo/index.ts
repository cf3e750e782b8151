/** The co-op's logo, fetched once a day and kept for when there is no network. Runs under plain Node. */
import * as v from 'valibot';
import { pictureData } from '../../../shared/coop/logo.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import type { ReadImage } from './request.ts';

export type Logo = Readonly<{
  /** The picture as a `data:` address. */
  current: () => string | undefined;
  /** Loads the picture of the last run. */
  restore: (source: string | undefined) => Promise<void>;
  /** What the document names. */
  setSource: (source: string | undefined) => void;
  suspend: () => void;
  /** Fetches it if that failed or is due. */
  resume: () => void;
}>;

export type LogoDeps = Readonly<{
  clock: Clock;
  read: ReadImage;
  store: TextStore;
  onChange: (image: string | undefined) => void;
}>;

const KeptSchema = v.object({
  version: v.literal(1),
  source: v.string(),
  readAtUtcMs: UtcMs,
  image: v.pipe(v.string(), v.regex(pictureData)),
});
type Kept = Readonly<v.InferOutput<typeof KeptSchema>>;

export const logoForm: FileForm = {
  name: 'logo',
  limitBytes: 512 * 1024,
  version: 1,
  whole: KeptSchema,
};

const refreshMs = 24 * 3_600_000;
const retryDelayMs = 3_600_000;

export function createLogo({ clock, read, store, onChange }: LogoDeps): Logo {
  const queue = createSerialQueue();
  let source: string | undefined;
  let kept: Kept | undefined;
  let cancelTimer = () => {};

  const shown = () => (kept?.source === source ? kept?.image : undefined);

  const fetchIt = () => {
    cancelTimer();
    queue.cancel();
    const wanted = source;
    if (wanted === undefined) return;
    queue.add(async (signal) => {
      const image = await read(wanted, signal);
      signal.throwIfAborted();
      cancelTimer = clock.after(image ? refreshMs : retryDelayMs, fetchIt);
      // A place that is gone for a while does not take the logo away.
      if (!image) return;
      const isOther = image !== shown();
      kept = { version: 1, source: wanted, readAtUtcMs: clock.nowUtcMs(), image };
      if (isOther) onChange(image);
      // One that stands in the document is in its copy already. A full disk must not prevent showing it.
      if (!wanted.startsWith('data:'))
        await store.save(JSON.stringify(kept)).catch(() => undefined);
    });
  };
  const isDue = () => {
    const ageMs = clock.nowUtcMs() - (kept?.readAtUtcMs ?? 0);
    return shown() === undefined || ageMs < 0 || ageMs >= refreshMs;
  };
  const review = () => {
    cancelTimer();
    if (isDue()) fetchIt();
    else cancelTimer = clock.after(refreshMs, fetchIt);
  };
  const setSource = (next: string | undefined) => {
    if (next === source) return;
    source = next;
    cancelTimer();
    queue.cancel();
    onChange(shown());
    review();
  };

  return {
    current: shown,
    restore: async (first) => {
      kept = await loadJson(store, KeptSchema);
      setSource(first);
    },
    setSource,
    suspend: () => {
      cancelTimer();
      queue.cancel();
    },
    resume: review,
  };
}
