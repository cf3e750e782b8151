/** Time from process start to tray icon, compared with an empty app; the co-op is known from an earlier start. */
import { plain } from '../desktop/bus.ts';
import { registeredItems } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startScale } from '../servers/coop/index.ts';
import { inTurn, median, round } from './measure.ts';
import type { Bench, Stage } from './stage.ts';

const runs = 15;

export const startup: Bench = async (stage, log) => {
  const coop = await startScale(25, { intervalS: 60 });
  const ourProfile = stage.desktop.makeFolder('profile');
  const emptyProfile = stage.desktop.makeFolder('profile');
  // Each app's first start fills its profile and the disk cache, and is not counted.
  await timed(stage, stage.coopTray, [`--coop=${coop.documentUrl}`], ourProfile);
  await timed(stage, stage.emptyApp, [], emptyProfile);
  const { empty, ours } = await inTurn(
    runs,
    {
      empty: () => timed(stage, stage.emptyApp, [], emptyProfile),
      ours: () => timed(stage, stage.coopTray, [], ourProfile),
    },
    log,
  );
  await coop.stop();
  return {
    runs,
    ms_median: round(median(ours), 1),
    ms_min: round(Math.min(...ours), 1),
    ms_max: round(Math.max(...ours), 1),
    empty_ms_median: round(median(empty), 1),
    ratio: round(median(ours) / median(empty)),
  };
};

/** From the start of the process to the icon, in ms; returns once the app has settled and exited. */
export async function timed(
  stage: Stage,
  executable: string,
  args: readonly string[],
  profile: string,
): Promise<number> {
  const { bus } = stage.desktop;
  let registeredMs: number | undefined;
  const stopListening = await bus.listen(
    "type='signal',interface='org.kde.StatusNotifierWatcher',member='StatusNotifierItemRegistered'",
    (message) => {
      if (message.member === 'StatusNotifierItemRegistered' && plain(message.body)) {
        registeredMs ??= performance.now();
      }
    },
  );
  const startMs = performance.now();
  const app = stage.start(executable, args, profile);
  const endMs = await eventually('the tray icon', () => registeredMs);
  stopListening();
  // The document is stored after the icon appears; the next start must find it.
  await eventually('the app to settle', async () =>
    (await registeredItems(bus)).length === 1 ? true : undefined,
  );
  await app.stop();
  await eventually('the icon to go', async () =>
    (await registeredItems(bus)).length === 0 ? true : undefined,
  );
  return endMs - startMs;
}
