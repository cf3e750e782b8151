/** Accounts signed in when the app last ended. Their secrets are in the keyring, under these names. */
import * as v from 'valibot';
import type { TextStore } from '../../platform/files.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';

/** More sign-outs than anyone makes while a keyring hangs. */
const leavingLimit = 20;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
/** A name with a prefix for its kind. */
const entryName = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
const RememberedSchema = v.object({
  version: v.number(),
  /** `server` as the member or the document wrote it. */
  matrix: v.optional(v.object({ userId: name, server: name })),
  github: v.optional(v.object({ login: name })),
  /** Keyring entries of signed-out accounts, until the keyring confirms their removal. */
  leaving: v.optional(v.pipe(v.array(entryName), v.maxLength(leavingLimit))),
});
export const rememberedForm: FileForm = {
  name: 'accounts',
  limitBytes: 16 * 1024,
  version: 1,
  whole: RememberedSchema,
};

type Kept = Readonly<Omit<v.InferOutput<typeof RememberedSchema>, 'version'>>;
type Who = Omit<Kept, 'leaving'>;

export type KnownAccounts = Readonly<{
  /** Empty if the file cannot be loaded: the member signs in again. */
  load: () => Promise<Who>;
  /** Undefined forgets. Never rejects: if this fails, the member signs in again at the next start. */
  set: <K extends keyof Who>(account: K, who: Who[K]) => Promise<void>;
  leaving: () => readonly string[];
  /** Records that a keyring entry has to be removed, or is gone. Never rejects. */
  setLeaving: (entry: string, leaving: boolean) => Promise<void>;
}>;

export type RememberedStore = TextStore & Readonly<{ remove: () => Promise<void> }>;

export function createKnownAccounts(store: RememberedStore): KnownAccounts {
  let kept: Kept = {};
  const writes = createSerialQueue();
  const write = async () => {
    if (Object.keys(kept).length === 0) return store.remove();
    return store.save(JSON.stringify({ version: 1, ...kept }));
  };
  const put = (next: Kept) => {
    kept = next;
    writes.add(write);
    return writes.settled();
  };
  return {
    load: async () => {
      const { version: _version, ...stored } = (await loadJson(store, RememberedSchema)) ?? {};
      kept = stored;
      return kept;
    },
    set: (account, next) => {
      const { [account]: _before, ...others } = kept;
      return put(next === undefined ? others : { ...others, [account]: next });
    },
    leaving: () => kept.leaving ?? [],
    setLeaving: (entry, isLeaving) => {
      const { leaving = [], ...others } = kept;
      if (leaving.includes(entry) === isLeaving) return writes.settled();
      const rest = leaving.filter((one) => one !== entry);
      const next = isLeaving ? [...rest, entry].slice(-leavingLimit) : rest;
      return put(next.length === 0 ? others : { ...others, leaving: next });
    },
  };
}
