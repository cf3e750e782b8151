/** How the cost grows with the number of services: a slope of 1 on logarithmic scales is linear. */
import { findTrayItem } from '../desktop/tray.ts';
import { startScale } from '../servers/coop/index.ts';
import { cpuMs, pause, pssMiB, round } from './measure.ts';
import type { Bench, Stage } from './stage.ts';

const sizes = [25, 250, 2500] as const;
const intervalS = 30;
const watchMs = 60_000;

type Reading = Readonly<{ services: number; cpu_ms: number; checks: number; pss_mib: number }>;

export const scale: Bench = async (stage, log) => {
  const readings: Reading[] = [];
  for (const services of sizes) {
    readings.push(await watch(stage, services));
    log(JSON.stringify(readings.at(-1)));
  }
  return {
    interval_s: intervalS,
    cpu_per_check_ms: Object.fromEntries(
      readings.map((one) => [one.services, round(one.cpu_ms / one.checks)]),
    ),
    pss_mib: Object.fromEntries(readings.map((one) => [one.services, one.pss_mib])),
    slope: round(slopeOf(readings)),
  };
};

async function watch(stage: Stage, services: number): Promise<Reading> {
  const coop = await startScale(services, { intervalS });
  const app = stage.start(stage.coopTray, [`--coop=${coop.documentUrl}`]);
  const tray = await findTrayItem(stage.desktop.bus);
  await tray.waitFor(
    (now) => now.tooltip.replaceAll(',', '') === `All services are working`,
    60_000,
  );
  await pause(intervalS * 1000);
  const before = { cpu: cpuMs(app.pid), checks: coop.questions() };
  await pause(watchMs);
  const reading = {
    services,
    cpu_ms: cpuMs(app.pid) - before.cpu,
    checks: coop.questions() - before.checks,
    pss_mib: round(pssMiB(app.pid), 1),
  };
  await app.stop();
  await coop.stop();
  return reading;
}

/** Least squares of log(CPU) over log(checks). */
function slopeOf(readings: readonly Reading[]): number {
  const points = readings.map((one) => [Math.log(one.checks), Math.log(one.cpu_ms)] as const);
  const mean = (index: 0 | 1) => points.reduce((sum, one) => sum + one[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0);
  return covariance / points.reduce((sum, one) => sum + (one[0] - x) ** 2, 0);
}
