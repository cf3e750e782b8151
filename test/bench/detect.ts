/**
 * Time from a service's failure to the notification on the bus, compared with what the rules themselves take: half an
 * interval on average, and two confirmations. Uses a tenth of the default times, so that twenty failures take minutes.
 */
import { recordNotifications } from '../desktop/notifications.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { startScale } from '../servers/coop/index.ts';
import { median, pause, round } from './measure.ts';
import type { Bench } from './stage.ts';

const kills = 20;
const services = 12;
const intervalS = 6;
const confirmS = 1;
const failures = 3;
const expectedMs = (intervalS / 2 + (failures - 1) * confirmS) * 1000;
const timeoutMs = 30_000;

export const detect: Bench = async (stage, log) => {
  const coop = await startScale(services, { intervalS, damping: { failures, confirmS } });
  const notifications = await recordNotifications(stage.desktop);
  const app = stage.start(stage.coopTray, [`--coop=${coop.documentUrl}`]);
  const tray = await findTrayItem(stage.desktop.bus);
  await tray.waitFor((now) => now.tooltip === `All services are working`);

  const took: number[] = [];
  let missed = 0;
  const expected = new Set<string>();
  for (const wait of momentsOf(intervalS * 1000)) {
    const id = coop.ids[took.length % services] ?? '';
    const name = `Service ${id.slice('service-'.length)}`;
    await coop.asked(id);
    await pause(wait);
    const seen = notifications.all().length;
    const killedMs = performance.now();
    coop.take(id, 'down');
    const told = await notifications
      .waitFor(
        (one) => notifications.all().indexOf(one) >= seen && says(one, name, 'down'),
        timeoutMs,
      )
      .catch(() => undefined);
    if (told) took.push(told.atMs - killedMs);
    else missed += 1;
    log(`${name}: ${told ? `${round((told.atMs - killedMs) / 1000, 2)} s` : 'missed'}`);
    expected.add(`${name} is down`).add(`${name} is up again`);
    coop.take(id, 'up');
    await tray.waitFor((now) => now.tooltip === `All services are working`, timeoutMs);
  }
  const alarms = notifications
    .all()
    .filter((one) => !expected.has(one.summary) && !isBundle(one.summary));
  notifications.stop();
  await app.stop();
  await coop.stop();
  return {
    kills,
    interval_s: intervalS,
    confirm_s: confirmS,
    expected_ms: expectedMs,
    median_ms: round(median(took), 0),
    max_ms: round(Math.max(...took), 0),
    ratio_median: round(median(took) / expectedMs),
    missed,
    false_alarms: alarms.length,
  };
};

/**
 * Random moments of the interval since the service's last check, one in each twentieth and in random order: twenty
 * independent draws would measure the draws more than the app.
 */
function momentsOf(intervalMs: number): number[] {
  return Array.from({ length: kills }, (_, index) => ((index + Math.random()) / kills) * intervalMs)
    .map((moment) => ({ moment, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ moment }) => moment);
}

/** Whether a notification reports the change, alone or as a line among several within half a minute. */
function says(
  one: Readonly<{ summary: string; body: string }>,
  name: string,
  verdict: string,
): boolean {
  return (
    one.summary === `${name} is ${verdict}` || one.body.split('\n').includes(`${name}: ${verdict}`)
  );
}

function isBundle(summary: string): boolean {
  return /^\d+ services /.test(summary);
}
