/**
 * Everything the app depends on hangs, one after another: measures how long the main process was blocked while a
 * service went down and the member used the window, and how late the icon appeared. Fails when a pause exceeds 100 ms,
 * or the icon takes more than 1.2 times as long as usual.
 */
import type { Page } from 'playwright';
import type { Bridge } from '../../../shared/bridge.ts';
import { startDesktop } from '../../desktop/index.ts';
import type { Desktop } from '../../desktop/index.ts';
import { findTrayItem } from '../../desktop/tray.ts';
import type { RunningApp } from '../../e2e/app.ts';
import { startApp } from '../../e2e/app.ts';
import { watchMain, worstPauseMs } from '../../e2e/main-delay.ts';
import type { MatrixStandIn } from '../../servers/matrix/index.ts';
import { startMatrix } from '../../servers/matrix/index.ts';
import { median, pause, round } from '../measure.ts';
import type { Bench, Stage } from '../stage.ts';
import { stageOn } from '../stage.ts';
import { timed } from '../startup.ts';
import type { HungCoop } from './co-op.ts';
import { startHungCoop } from './co-op.ts';
import type { Hung } from './neighbours.ts';
import { neighbours } from './neighbours.ts';

const starts = 3;
const pauseLimitMs = 100;
const iconLimit = 1.2;
/** Duration of a hang: longer than a service takes to be reported down. Longer waits show in main's log. */
const badTimeMs = 20_000;
const settleMs = 5000;

type Figures = Readonly<{
  worst_pause_ms?: number;
  quit_ms?: number;
  icon_ms?: number;
  good_icon_ms?: number;
  icon_ratio?: number;
  /** Why it could not be measured here. */
  skipped?: string;
}>;

export const hung: Bench = async (stage, log) => {
  const coop = await startHungCoop();
  const matrix = await startMatrix();
  const figures: Record<string, Figures> = {};
  const wanted = Object.keys(neighbours).filter((name) => isWanted(name));
  for (const name of wanted) {
    figures[name] = await measure(name, stage, coop, matrix);
    log(`${name}: ${JSON.stringify(figures[name])}`);
  }
  await matrix.close();
  await coop.stop();
  // The figures without a hang show how busy the machine is, not the app.
  const { nobody, ...hanging } = figures;
  if (!Object.values(hanging).every(isKept)) process.exitCode = 1;
  return { starts, bad_time_s: badTimeMs / 1000, nobody, neighbours: hanging };
};

/** `npm run bench -- hung disk` measures only that dependency. */
function isWanted(name: string): boolean {
  const named = process.argv.slice(3).filter((one) => one in neighbours);
  return named.length === 0 || named.includes(name);
}

function isKept({ worst_pause_ms = 0, icon_ratio = 0 }: Figures): boolean {
  return worst_pause_ms <= pauseLimitMs && icon_ratio <= iconLimit;
}

async function measure(
  name: string,
  stage: Stage,
  coop: HungCoop,
  matrix: MatrixStandIn,
): Promise<Figures> {
  const trouble = neighbours[name]?.();
  if (!trouble) throw new Error(`no neighbour ${name}`);
  // A desktop of its own: what hung on it may be broken afterwards.
  const desktop = await startDesktop();
  try {
    const good = await trouble.good(desktop);
    const bad = await trouble.bad(desktop);
    const icons = trouble.allowsIcon ? await iconsOf(stage, trouble, { good, bad }, coop) : {};
    return { ...icons, ...(await badTime(stage, trouble, bad, coop, matrix)) };
  } catch (error) {
    return { skipped: String(error) };
  } finally {
    trouble.stop();
    await desktop.stop();
  }
}

/** Alternates good and bad starts, so that a machine that slows down does so for both. */
async function iconsOf(
  stage: Stage,
  trouble: Hung,
  desktops: Readonly<{ good: Desktop; bad: Desktop }>,
  coop: HungCoop,
) {
  const good = stageOn(stage, desktops.good);
  const bad = stageOn(stage, desktops.bad);
  const profile = desktops.good.makeFolder('profile');
  await timed(good, stage.coopTray, [`--coop=${coop.documentUrl}`], profile);
  const goodMs: number[] = [];
  const badMs: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    goodMs.push(await timed(good, stage.coopTray, [], profile));
    const end = trouble.begin(desktops.bad);
    badMs.push(await timed(bad, stage.coopTray, [], profile).finally(end));
  }
  return {
    icon_ms: round(median(badMs), 1),
    good_icon_ms: round(median(goodMs), 1),
    icon_ratio: round(median(badMs) / median(goodMs)),
  };
}

/** With the window open a dependency hangs, and two services go down. */
async function badTime(
  stage: Stage,
  trouble: Hung,
  desktop: Desktop,
  coop: HungCoop,
  matrix: MatrixStandIn,
): Promise<Figures> {
  const args = [`--coop=${coop.documentUrl}`, '--show'];
  const app = await startApp(desktop, { measured: true, executable: stage.coopTray, args });
  try {
    await findTrayItem(desktop.bus);
    const page = await app.page();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await coop.allChecked();
    // The cost of the start is measured by another bench.
    await pause(settleMs);
    return await hangFor(app, page, () => trouble.begin(desktop), coop, matrix);
  } finally {
    coop.take('up');
    await app.stop();
  }
}

async function hangFor(
  app: RunningApp,
  page: Page,
  begin: () => () => void,
  coop: HungCoop,
  matrix: MatrixStandIn,
): Promise<Figures> {
  // Loads lazily loaded code beforehand.
  await useEverything(page, matrix.url);
  await pause(settleMs);
  const end = begin();
  try {
    await watchMain(app.electron);
    const startMs = performance.now();
    coop.take('down');
    await useEverything(page, matrix.url);
    await pause(badTimeMs - (performance.now() - startMs));
    const pauseMs = await worstPauseMs(app.electron);
    const quitAtMs = performance.now();
    await app.stop();
    const quitMs = performance.now() - quitAtMs;
    return { worst_pause_ms: round(pauseMs, 0), quit_ms: round(quitMs, 0) };
  } finally {
    end();
  }
}

/** Uses every feature once: each calls another program. Does not wait for the results. */
async function useEverything(page: Page, matrixUrl: string): Promise<void> {
  await page.evaluate((server) => {
    const bridge = Reflect.get(globalThis, 'coopTray') as Bridge;
    void bridge.call('history.get', { serviceId: 'service-1', range: 'day' });
    void bridge.call('accounts.matrix.find', { server });
    void bridge.call('status.copyDetails', { serviceId: 'service-1' });
    void bridge.call('policy.snooze', { serviceId: 'service-2', length: '1h' });
    void bridge.call('status.checkNow', {});
    const about = { what: 'app', name: 'Coop Tray' } as const;
    const draft = { about, kind: 'idea', text: 'Slow since noon', withDiagnostics: false } as const;
    void bridge.call('feedback.saveDraft', { id: 'hung', draft });
  }, matrixUrl);
}
