/** The mark that a run leaves in the profile until it is asked to end. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { RunEnd, RunMark, RunPlace } from '../../shared/crash/run-mark.ts';
import { RunMarkSchema, howEnded } from '../../shared/crash/run-mark.ts';
import { parseJson } from '../../shared/json.ts';
import { fileStore } from './files.ts';

export type EndedRun = Pick<RunMark, 'begunUtcMs' | 'version'> & Readonly<{ end: RunEnd }>;

export type RunMarker = Readonly<{
  /** How the earlier run ended, if nobody had asked it to; then leaves this run's mark. Never rejects. */
  begin: () => Promise<EndedRun | undefined>;
  /**
   * Call as soon as the app is asked to end: what happens while it says goodbye is no crash to a member. Synchronous, for
   * shutdown.
   */
  end: () => void;
}>;

export type RunMarkerDeps = Readonly<{
  path: string;
  begunUtcMs: number;
  version: string;
  place: () => Promise<RunPlace>;
}>;

const limitBytes = 4096;

export function createRunMarker({ path, begunUtcMs, version, place }: RunMarkerDeps): RunMarker {
  const store = fileStore(path, limitBytes);
  let hasEnded = false;
  return {
    begin: async () => {
      const [text, here] = await Promise.all([
        store.load().catch(() => undefined),
        place().catch((): RunPlace => ({})),
      ]);
      const mark: RunMark = { ...here, begunUtcMs, version };
      // Without a mark, on a full disk for instance, this run's crash would go unnoticed, which is no harm.
      await store.save(JSON.stringify(mark)).catch(() => undefined);
      if (hasEnded) rmSync(path, { force: true });
      const earlier = v.safeParse(RunMarkSchema, parseJson(text ?? ''));
      if (!earlier.success) return undefined;
      const { output } = earlier;
      return {
        begunUtcMs: output.begunUtcMs,
        version: output.version,
        end: howEnded(output, here),
      };
    },
    end: () => {
      hasEnded = true;
      try {
        rmSync(path, { force: true });
      } catch {
        // The next start takes this for a crash, and the member says that it was none.
      }
    },
  };
}

/** Windows ends the app at the end of a session without a word, and no id of it is known; macOS has no boot id. */
export async function runPlace(
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunPlace> {
  if (process.platform !== 'linux') return {};
  const [boot, audit] = await Promise.all([
    read('/proc/sys/kernel/random/boot_id'),
    read('/proc/self/sessionid'),
  ]);
  const session = `${env['XDG_SESSION_ID'] ?? ''}/${audit ?? ''}`;
  return { ...(boot === undefined ? {} : { boot }), session };
}

async function read(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.trim();
}
