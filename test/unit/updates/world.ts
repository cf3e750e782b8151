/** Updates with a given clock, and a server and a disk that do as a test says. */
import type { Updates } from '../../../main/features/updates/index.ts';
import { createUpdates } from '../../../main/features/updates/index.ts';
import type { ChannelAnswer } from '../../../main/features/updates/read-channel.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { Channel, Manifest } from '../../../shared/updates/manifest.ts';
import type { Place } from '../../../shared/updates/place.ts';
import { manifestOf, target } from '../../servers/updates/manifests.ts';
import { fakeClock } from '../clock.ts';

export const path = '/home/ana/Coop.AppImage';
const replaceable: Place = { how: 'replace', kind: 'appimage', target, path };

export function createWorld() {
  const clock = fakeClock(Date.UTC(2026, 10, 24, 14));
  const disk: { text?: string } = {};
  const line: { state: ConnectivityState } = { state: 'online' };
  const asked: Channel[] = [];
  const told: string[] = [];
  const done: string[] = [];
  const answers = new Map<Channel, ChannelAnswer>();
  const policy = { quiet: false };
  let outcome: () => Promise<void> = async () => undefined;
  let keys: readonly string[] = ['key'];
  let updates: Updates | undefined;
  return {
    clock,
    disk,
    line,
    asked,
    told,
    done,
    policy,
    publish: (more: Partial<Manifest> = {}, digest = JSON.stringify(more)) => {
      const manifest = manifestOf(more);
      answers.set(manifest.channel, { ok: true, manifest, digest });
    },
    fail: (code: 'timeout' | 'not-found', channel: Channel = 'stable') =>
      answers.set(channel, { ok: false, problem: { code } }),
    transferring: (next: () => Promise<void>) => (outcome = next),
    changeKeys: () => (keys = ['another']),
    start: async (running = '1.0.0', place: Place = replaceable): Promise<Updates> => {
      updates?.dispose();
      updates = createUpdates({
        clock,
        random: () => 0.5,
        release: { feed: 'https://updates.example/', keys },
        running,
        locale: 'fr',
        place,
        read: async (channel) => {
          asked.push(channel);
          return answers.get(channel) ?? { ok: false, problem: { code: 'not-found' } };
        },
        transfer: {
          download: async ({ file, target, onProgress }) => {
            onProgress(file.sizeBytes);
            await outcome();
            // Pieces are written one after another, and the last may be under way at any moment.
            onProgress(file.sizeBytes);
            done.push(`downloaded ${file.name} for ${target}`);
            return 'draft';
          },
          replace: async (target, draft) => {
            await outcome();
            done.push(`put ${draft} in place of ${target}`);
          },
          remove: async (draft) => void done.push(`removed ${draft}`),
          monotonicMs: clock.monotonicMs,
        },
        connectivity: { current: () => line },
        store: {
          load: async () => disk.text,
          save: async (text) => void (disk.text = text),
        },
        isQuiet: () => policy.quiet,
        tell: (version) => void told.push(version),
        restart: (at) => void done.push(`restarted ${at}`),
      });
      await updates.restore();
      updates.begin();
      return updates;
    },
  };
}

export function offered(updates: Updates): string | undefined {
  return updates.state().offer?.version;
}
