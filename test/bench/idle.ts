/** Cost of Coop Tray idling in the tray, compared with an empty app under the same conditions. */
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startScale } from '../servers/coop/index.ts';
import { closeByHand, openByHand } from './by-hand.ts';
import { anonMiB, cpuMs, median, pause, pssMiB, renderers, round, treeOf } from './measure.ts';
import type { Bench, Stage, Started } from './stage.ts';

const rounds = 3;
const settleMs = 30_000;
const watchMs = 60_000;

/** In MiB. */
type Memory = Readonly<{ pss: number; anon: number }>;
type Reading = Memory & Readonly<{ cpu: number; processes: number }>;

export const idle: Bench = async (stage, log) => {
  const coop = await startScale(25, { intervalS: 60 });
  const args = [`--coop=${coop.documentUrl}`];
  const empty: Reading[] = [];
  const ours: Reading[] = [];
  const after: Memory[] = [];
  let shown = 0;
  for (let round = 1; round <= rounds; round += 1) {
    empty.push(await watchIdle(stage, stage.start(stage.emptyApp)));
    log(`round ${round}, empty: ${JSON.stringify(empty.at(-1))}`);
    const app = stage.start(stage.coopTray, args);
    ours.push(
      await watchIdle(stage, app, async () => {
        shown = Math.max(shown, renderers(app.pid).length);
        after.push(await afterWindow(stage, app));
        shown = Math.max(shown, renderers(app.pid).length);
      }),
    );
    log(
      `round ${round}, Coop Tray: ${JSON.stringify(ours.at(-1))}, after a window: ${JSON.stringify(after.at(-1))}`,
    );
  }
  await coop.stop();
  const of = (readings: readonly Reading[], key: keyof Reading) =>
    median(readings.map((one) => one[key]));
  return {
    services: 25,
    interval_s: 60,
    rounds,
    pss_mib: round(of(ours, 'pss'), 1),
    pss_empty_mib: round(of(empty, 'pss'), 1),
    pss_ratio: round(of(ours, 'pss') / of(empty, 'pss')),
    pss_ratio_after_window: round(median(after.map(({ pss }) => pss)) / of(empty, 'pss')),
    anon_mib: round(of(ours, 'anon'), 1),
    anon_empty_mib: round(of(empty, 'anon'), 1),
    anon_ratio: round(of(ours, 'anon') / of(empty, 'anon')),
    anon_ratio_after_window: round(median(after.map(({ anon }) => anon)) / of(empty, 'anon')),
    cpu_percent: round(of(ours, 'cpu')),
    cpu_percent_empty: round(of(empty, 'cpu')),
    processes: of(ours, 'processes'),
    processes_empty: of(empty, 'processes'),
    renderers: shown,
  };
};

/** Waits until it is idle, then measures for a minute. */
export async function watchIdle(
  stage: Stage,
  app: Started,
  then?: () => Promise<void>,
): Promise<Reading> {
  await findTrayItem(stage.desktop.bus);
  await pause(settleMs);
  const before = cpuMs(app.pid);
  await pause(watchMs);
  const cpu = ((cpuMs(app.pid) - before) / watchMs) * 100;
  const reading = { ...memoryOf(app), cpu, processes: treeOf(app.pid).length };
  await then?.();
  await app.stop();
  return reading;
}

/** Opens and closes the window, then waits until its renderer has exited and the rest is idle. */
async function afterWindow({ desktop }: Stage, app: Started): Promise<Memory> {
  await openByHand(desktop);
  await closeByHand(desktop);
  await eventually(
    'the renderer to go',
    () => (renderers(app.pid).length === 0 ? true : undefined),
    30_000,
  );
  await pause(settleMs);
  return memoryOf(app);
}

function memoryOf({ pid }: Started): Memory {
  return { pss: round(pssMiB(pid), 1), anon: round(anonMiB(pid), 1) };
}
