/** How long the main process could not answer anybody. */
import type { ElectronApplication } from 'playwright';

/** Begins to watch, or begins anew. */
export async function watchMain(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Reflect.set(globalThis, 'delay', delay);
  });
}

/** The longest pause since it was watched, in ms. */
export function worstPauseMs(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(() => Reflect.get(globalThis, 'delay').max / 1e6);
}
