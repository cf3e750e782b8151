/** The echo test, which is read at the first call for it: most members test rarely, and the idle app carries none of it. */
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import type { ComposedEcho } from './create.ts';
import { lazily } from '../lazy.ts';

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
  let instances: readonly EchoInstance[] = [];
  const lazy = lazily({
    make: compose,
    begin: (composed) => composed.echo.setInstances(instances),
    end: (composed) => composed.echo.dispose(),
  });
  const echo = () => lazy.now()?.echo;
  return {
    get: lazy.get,
    setInstances: (next) => {
      instances = next;
      echo()?.setInstances(next);
    },
    stop: () => echo()?.stop(),
    leave: () => echo()?.leave(),
    dispose: lazy.dispose,
  };
}
