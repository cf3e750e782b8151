/** The echo test, which is read at the first call for it: most members test rarely, and the idle app carries none of it. */
import type { EchoInstance } from '../shared/echo/instance.ts';
import type { ComposedEcho } from './compose-echo.ts';

export type LazyEcho = Readonly<{
  get: () => Promise<ComposedEcho>;
  /** The servers that the document names now. */
  setInstances: (instances: readonly EchoInstance[]) => void;
  /** Ends a run: the machine is about to sleep. */
  stop: () => void;
  /** Says goodbye to a room; undefined when no test is on. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createLazyEcho(compose: () => Promise<ComposedEcho>): LazyEcho {
  let loading: Promise<ComposedEcho> | undefined;
  let loaded: ComposedEcho | undefined;
  let instances: readonly EchoInstance[] = [];
  let disposed = false;

  const load = async () => {
    const composed = await compose();
    if (disposed) composed.echo.dispose();
    composed.echo.setInstances(instances);
    loaded = composed;
    return composed;
  };
  return {
    get: () => {
      loading ??= load().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
    setInstances: (next) => {
      instances = next;
      loaded?.echo.setInstances(next);
    },
    stop: () => loaded?.echo.stop(),
    leave: () => loaded?.echo.leave(),
    dispose: () => {
      disposed = true;
      loaded?.echo.dispose();
    },
  };
}
