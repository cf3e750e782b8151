/** Measures how long the main process was blocked, from one turn of the event loop to the next. */
import type { ElectronApplication } from 'playwright';

/** Starts or restarts the measurement. */
export async function watchMain(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async () => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Reflect.set(globalThis, 'delay', delay);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** The longest pause since the measurement started, in ms. */
export function worstPauseMs(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return Number(Reflect.get(globalThis, 'delay').max) / 1e6;
  });
}
