/** Whether a member who has just joined a co-op is still to be asked how they want to be told; once per co-op. */
import * as v from 'valibot';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { TextStore } from '../platform/files.ts';
import type { FileForm } from '../platform/profile-file.ts';
import { loadJson } from '../platform/load-json.ts';

const Key = v.pipe(v.string(), v.maxLength(2100));
/** More co-ops than anybody joins. */
const keptLimit = 100;

const WelcomeSchema = v.object({
  version: v.number(),
  /** Keys of the co-ops whose members have been asked. */
  asked: v.array(Key),
  /** The one that they joined without having answered yet. */
  open: v.optional(Key),
});
type Kept = Readonly<Pick<v.InferOutput<typeof WelcomeSchema>, 'asked' | 'open'>>;

export const welcomeForm: FileForm = {
  name: 'welcome',
  limitBytes: 512 * 1024,
  version: 1,
  whole: WelcomeSchema,
};

export type Welcome = Readonly<{
  /** Call first. Without a file nobody is asked about the co-op that they are with: an older version had no question. */
  restore: () => Promise<void>;
  /** The member has joined a co-op in the window. */
  joined: (coop: string) => void;
  isOpen: (coop: string) => boolean;
  /** The member has answered, or does not want to. */
  close: () => void;
  onChange: Emitter<void>['on'];
  dispose: () => void;
}>;

export function createWelcome(store: TextStore): Welcome {
  const changes = createEmitter<void>();
  let kept: Kept = { asked: [] };

  const put = (next: Kept) => {
    kept = next;
    changes.emit();
    // If the disk is full, they are asked again at the next start.
    void store.save(JSON.stringify({ version: 1, ...next })).catch(() => undefined);
  };

  return {
    restore: async () => {
      kept = (await loadJson(store, WelcomeSchema)) ?? kept;
    },
    joined: (coop) => {
      if (!kept.asked.includes(coop)) put({ asked: kept.asked, open: coop });
    },
    isOpen: (coop) => kept.open === coop,
    close: () => {
      const { asked, open } = kept;
      if (open !== undefined) put({ asked: [...asked, open].slice(-keptLimit) });
    },
    onChange: changes.on,
    dispose: changes.clear,
  };
}
