/** What is known of updates, and what the member chose; kept in the profile. */
import type { Known } from '../../../shared/updates/accept.ts';
import { refusalOf } from '../../../shared/updates/accept.ts';
import { defined } from '../../../shared/defined.ts';
import { appId } from '../../../shared/identity.ts';
import type { CheckProblem } from '../../../shared/updates/ipc.ts';
import type { Channel } from '../../../shared/updates/manifest.ts';
import { isBeta } from '../../../shared/updates/version.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { Saved } from './file.ts';
import { KeptSchema } from './file.ts';
import type { ChannelAnswer } from './read-channel.ts';

export type MemoryDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  store: TextStore;
  keys: readonly string[];
  running: string;
}>;

export type Memory = ReturnType<typeof createMemory>;

export function createMemory({ clock, store, keys, running }: MemoryDeps) {
  /** Who put a beta there by hand wants the next one, too. */
  const fresh = (): Saved => ({
    version: 1,
    isOn: true,
    channel: isBeta(running) ? 'beta' : 'stable',
    sinceUtcMs: clock.nowUtcMs(),
    keys: keys.join('\n'),
    known: [],
  });
  let saved = fresh();

  const change = (part: Partial<Saved>) => {
    saved = { ...saved, ...part };
    // A full disk costs the memory of this run alone; the profile says so.
    void store.save(JSON.stringify(saved)).catch(() => undefined);
  };
  const knownOf = (channel: Channel): Known | undefined =>
    saved.known.find(({ manifest }) => manifest.channel === channel);

  return {
    load: async () => {
      const kept = await loadJson(store, KeptSchema);
      if (!kept) return change({});
      saved = { ...saved, ...defined(kept) };
      if (saved.keys === keys.join('\n')) return;
      // Other keys begin anew: who stole an old one may have published a version that nothing can follow.
      saved = { ...saved, keys: keys.join('\n'), known: [] };
    },
    current: () => saved,
    change,
    /** Believes an answer, or says why not. */
    take: (channel: Channel, answer: ChannelAnswer): CheckProblem | undefined => {
      if (!answer.ok) return answer.problem;
      const { manifest, digest } = answer;
      const fresh = { manifest, digest };
      const expected = { app: appId, channel, nowUtcMs: clock.nowUtcMs(), known: knownOf(channel) };
      const code = refusalOf(fresh, expected);
      if (code) return { code };
      const others = saved.known.filter((one) => one.manifest.channel !== channel);
      change({ known: [...others, fresh] });
      return undefined;
    },
  };
}
