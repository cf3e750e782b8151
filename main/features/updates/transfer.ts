/** Downloads what is offered and puts it in place, each only when the member says so. */
import type { Transfer } from '../../../shared/updates/ipc.ts';
import type { UpdateFile } from '../../../shared/updates/manifest.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { transferProblemOf } from './fault.ts';

export type TransferDeps = Readonly<{
  /** Resolves to the verified draft. */
  download: (
    request: Readonly<{
      file: UpdateFile;
      target: string;
      signal: AbortSignal;
      onProgress: (gotBytes: number) => void;
    }>,
  ) => Promise<string>;
  replace: (target: string, draft: string, file: UpdateFile) => Promise<void>;
  remove: (draft: string) => Promise<void>;
  /** ms since any moment. */
  monotonicMs: () => number;
}>;

/** A window need not be told of every piece. In ms. */
const progressMs = 250;

type Draft = Readonly<{ path: string; target: string; file: UpdateFile; version: string }>;

function failure(error: unknown, version: string): Transfer {
  return { at: 'failed', code: transferProblemOf(error), version };
}

function failedVersion(state: Transfer | undefined): string | undefined {
  return state?.at === 'failed' ? state.version : undefined;
}

export function createTransfer(deps: TransferDeps) {
  const changes = createEmitter<void>();
  let state: Transfer | undefined;
  /** At most one: it takes as much room as the app. */
  let draft: Draft | undefined;
  let running: Readonly<{ control: AbortController; version: string }> | undefined;
  let toldAtMs = Number.NEGATIVE_INFINITY;

  const set = (next: Transfer | undefined) => {
    state = next;
    changes.emit();
  };
  const progress = (file: UpdateFile, gotBytes: number) => {
    state = { at: 'downloading', gotBytes, ofBytes: file.sizeBytes };
    if (deps.monotonicMs() - toldAtMs < progressMs) return;
    toldAtMs = deps.monotonicMs();
    changes.emit();
  };

  return {
    onChange: changes.on,
    state: () => state,
    /** Of what is on its way, ready to install, or failed. */
    version: () => running?.version ?? draft?.version ?? failedVersion(state),
    download: async (file: UpdateFile, target: string, version: string) => {
      if (running || draft || state?.at === 'installed') return;
      const control = new AbortController();
      running = { control, version };
      set({ at: 'downloading', gotBytes: 0, ofBytes: file.sizeBytes });
      try {
        const path = await deps.download({
          file,
          target,
          signal: control.signal,
          // A piece may be on its way to the disk while the member cancels.
          onProgress: (gotBytes) => {
            if (!control.signal.aborted) progress(file, gotBytes);
          },
        });
        if (control.signal.aborted) {
          await deps.remove(path);
          return;
        }
        draft = { path, target, file, version };
        set({ at: 'ready' });
      } catch (error) {
        if (!control.signal.aborted) set(failure(error, version));
      } finally {
        if (running?.control === control) running = undefined;
      }
    },
    /** Forgets what was downloaded or is on its way. */
    cancel: async () => {
      running?.control.abort(new Error('cancelled'));
      running = undefined;
      const old = draft;
      draft = undefined;
      if (state?.at !== 'installing' && state?.at !== 'installed') set(undefined);
      if (old) await deps.remove(old.path);
    },
    /** Whether the new version is in place. */
    install: async (): Promise<boolean> => {
      if (!draft) return false;
      const { path, target, file, version } = draft;
      draft = undefined;
      set({ at: 'installing' });
      try {
        await deps.replace(target, path, file);
        set({ at: 'installed', version });
        return true;
      } catch (error) {
        set(failure(error, version));
        return false;
      }
    },
    dispose: changes.clear,
  };
}
