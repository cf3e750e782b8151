/**
 * Every service of a large co-op goes down and comes back, with the window open: how much this disturbs a member. Once
 * all are down the member checks again from the menu, which checks all of them in the same moment.
 */
import { loadavg, setPriority } from 'node:os';
import type { Page } from 'playwright';
import type { HistoryView } from '../../shared/history/view.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { startApp } from '../e2e/app.ts';
import { statusPage } from '../e2e/pages/status.ts';
import { windowOf } from '../e2e/pages/window.ts';
import { watchMain, worstPauseMs } from '../e2e/main-delay.ts';
import { startScale } from '../servers/coop/index.ts';
import { median, pause, percentile, round } from './measure.ts';
import type { Bench, Stage } from './stage.ts';

const runs = 5;
const services = 500;
/** The shortest that a document may set, so that all are seen down, and up again, within ten seconds. */
const intervalS = 5;
const damping = { failures: 2, successes: 2, confirmS: 1 };
/** After the first round of checks has begun, and shortly before the second: then the first check finds them down. */
const killAfterMs = 4200;
const timeoutMs = 60_000;
/** Each reading of the icon costs the app an answer, so readings are few. */
const lookEveryMs = 250;
/** `nice` values: higher means lower priority. */
const usualPriority = 0;
const standInPriority = 10;
/** Time for a late notification to appear: longer than the app bundles changes. */
const aftermathMs = 35_000;

export const storm: Bench = async (stage, log) => {
  const taken: Awaited<ReturnType<typeof rideOut>>[] = [];
  for (let run = 1; run <= runs; run += 1) {
    taken.push(await rideOut(stage, log));
    log(`run ${run}: ${JSON.stringify(taken.at(-1))}`);
  }
  const of = (key: keyof (typeof taken)[number]) => taken.map((one) => one[key]);
  const worst = (key: keyof (typeof taken)[number]) => Math.max(...of(key));
  return {
    services,
    interval_s: intervalS,
    ...damping,
    runs,
    down_s: round(median(of('downMs')) / 1000, 1),
    down_and_up_s: round(median(of('upMs')) / 1000, 1),
    notifications: worst('notifications'),
    lost: worst('lost'),
    ui_blocked_ms: of('blockedMs').map((ms) => round(ms, 0)),
    ui_blocked_p95_ms: round(percentile(of('blockedMs'), 95), 0),
    ui_blocked_calm_ms: round(median(of('calmMs')), 0),
    ui_longest_task_ms: worst('longestTaskMs'),
    snapshots: worst('snapshots'),
    main_blocked_ms: round(worst('mainBlockedMs'), 0),
    machine_load: round(loadavg()[0] ?? NaN, 1),
  };
};

async function rideOut(stage: Stage, log: (line: string) => void) {
  const coop = await startScale(services, { intervalS, damping });
  const notifications = await recordNotifications(stage.desktop);
  const begun = coop.asked('service-1').then(() => performance.now());
  // The app gets that of the process that starts it.
  const mayLower = raisePriority();
  const app = await startApp(stage.desktop, {
    measured: true,
    executable: stage.coopTray,
    args: [`--coop=${coop.documentUrl}`, '--show'],
  });
  const tray = await findTrayItem(stage.desktop.bus);
  const page = await app.page();
  // In reality the co-op's servers run elsewhere: here they must not take CPU time from the app.
  if (mayLower) setPriority(standInPriority);
  const allUp = () => tooltip(tray, 'All services are working');
  const takeAll = (condition: 'up' | 'down') => {
    for (const id of coop.ids) coop.take(id, condition);
  };
  await allUp();
  await page.getByRole('heading', { level: 1, name: 'All services are working' }).waitFor();
  // The page that has all of them.
  await statusPage(windowOf(page)).open();
  await watchPage(page);
  await pause(Math.max(0, killAfterMs - (performance.now() - (await begun))));
  const calm = await readPage(page);
  await watchMain(app.electron);
  const startMs = performance.now();
  takeAll('down');
  await tooltip(tray, `${services} of ${services} down`);
  const downMs = performance.now() - startMs;
  log(`all down after ${round(downMs / 1000, 1)} s`);
  takeAll('up');
  await tray.choose('Check now');
  await allUp();
  const upMs = performance.now() - startMs;
  log(`all up after ${round(upMs / 1000, 1)} s`);
  await page.getByRole('heading', { level: 1, name: 'All services are working' }).waitFor();
  const ui = await readPage(page);
  const mainBlockedMs = await worstPauseMs(app.electron);
  await pause(aftermathMs);
  const lost = await countLost(page, coop.ids);
  const sent = notifications.all();
  for (const { summary } of sent) log(`notification: ${summary}`);

  notifications.stop();
  await app.stop();
  await coop.stop();
  return {
    downMs,
    upMs,
    notifications: sent.length,
    lost,
    blockedMs: ui.blockedMs,
    calmMs: calm.blockedMs,
    longestTaskMs: ui.longestTaskMs,
    snapshots: ui.snapshots,
    mainBlockedMs,
  };
}

/**
 * To the usual one; whether it could be raised. An ordinary user may only lower it: all stays as it is then, so that
 * the app has the same priority in all runs, and shares the processor with the stand-in.
 */
function raisePriority(): boolean {
  try {
    // Reaching above it takes the same right, even before the first lowering.
    setPriority(usualPriority - 1);
    setPriority(usualPriority);
    return true;
  } catch {
    return false;
  }
}

async function tooltip(tray: TrayItem, start: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += lookEveryMs) {
    if ((await tray.read()).tooltip.startsWith(start)) return;
    await pause(lookEveryMs);
  }
  throw new Error(`waited ${timeoutMs} ms in vain for “${start}”`);
}

/** Services whose history lacks the outage or the recovery. */
function countLost(page: Page, ids: readonly string[]): Promise<number> {
  return page.evaluate(async (serviceIds) => {
    const bridge = Reflect.get(globalThis, 'coopTray') as Bridge;
    let lost = 0;
    for (const serviceId of serviceIds) {
      const reply = await bridge.call('history.get', { serviceId, range: 'day' });
      const past = reply.ok ? (reply.value as HistoryView | undefined) : undefined;
      const isKept = past?.incidents.some(({ kind, end }) => kind === 'down' && end === 'seen');
      if (!isKept) lost += 1;
    }
    return lost;
  }, ids);
}

type PageWatch = { blockedMs: number; longestTaskMs: number; snapshots: number };

/**
 * A late timer shows how long the page was blocked: its own work, layout, garbage collection. On a busy machine it
 * includes waiting for a core, so the calm before the storm is reported too.
 */
async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: PageWatch = { blockedMs: 0, longestTaskMs: 0, snapshots: 0 };
    Reflect.set(globalThis, 'watch', watch);
    let lastMs = performance.now();
    const tick = () => {
      const nowMs = performance.now();
      watch.blockedMs = Math.max(watch.blockedMs, nowMs - lastMs);
      lastMs = nowMs;
      setTimeout(tick);
    };
    tick();
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watch.longestTaskMs = Math.max(watch.longestTaskMs, duration);
      }
    }).observe({ type: 'longtask' });
    const bridge = Reflect.get(globalThis, 'coopTray') as Bridge;
    bridge.on(() => (watch.snapshots += 1));
  });
}

/** What was measured since the last call. */
function readPage(page: Page): Promise<PageWatch> {
  return page.evaluate(() => {
    const watch = Reflect.get(globalThis, 'watch') as PageWatch;
    const seen = { ...watch };
    Object.assign(watch, { blockedMs: 0, longestTaskMs: 0, snapshots: 0 });
    return seen;
  });
}
