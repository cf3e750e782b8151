/** Who was signed in when the app last ended. No secret is in it: those are in the keyring, under these names. */
import * as v from 'valibot';
import type { TextStore } from '../platform/files.ts';
import type { FileForm } from '../platform/kept-file.ts';

/** In the profile; there exactly as long as there is an account to take up. */
export const rememberedName = 'accounts.json';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const RememberedSchema = v.object({
  version: v.number(),
  /** `server` as the member or the document wrote it. */
  matrix: v.optional(v.object({ userId: name, server: name })),
  github: v.optional(v.object({ login: name })),
});
export const rememberedForm: FileForm = {
  name: 'accounts',
  limitBytes: 16 * 1024,
  version: 1,
  whole: RememberedSchema,
};

type Who = Readonly<Omit<v.InferOutput<typeof RememberedSchema>, 'version'>>;

export type Remembered = Readonly<{
  /** What cannot be read counts as nobody: the member signs in again. */
  load: () => Promise<Who>;
  /** Undefined forgets. Never rejects: who is not remembered signs in again at the next start. */
  set: <K extends keyof Who>(account: K, who: Who[K]) => Promise<void>;
}>;

export type RememberedStore = TextStore & Readonly<{ remove: () => Promise<void> }>;

export function createRemembered(store: RememberedStore): Remembered {
  let who: Who = {};
  let last: Promise<unknown> = Promise.resolve();
  const write = async () => {
    if (!who.matrix && !who.github) return store.remove();
    return store.save(JSON.stringify({ version: 1, ...who }));
  };
  return {
    load: async () => {
      const text = await store.load().catch(() => undefined);
      who = parse(text) ?? {};
      return who;
    },
    set: (account, next) => {
      const { [account]: _before, ...others } = who;
      who = next === undefined ? others : { ...others, [account]: next };
      const written = last.then(write).catch(() => undefined);
      last = written;
      return written;
    },
  };
}

function parse(text: string | undefined): Who | undefined {
  if (text === undefined) return undefined;
  try {
    return v.parse(RememberedSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}
