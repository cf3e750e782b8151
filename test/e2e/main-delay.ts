/** How long the main process could not answer anybody. It is measured from turn to turn, so there is one on either side. */
import type { ElectronApplication } from 'playwright';

/** Begins to watch, or begins anew. */
export async function watchMain(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async () => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Reflect.set(globalThis, 'delay', delay);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** The longest pause since it was watched, in ms. */
export function worstPauseMs(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return Number(Reflect.get(globalThis, 'delay').max) / 1e6;
  });
}
