/** Time from the click on “Open” to a window with content, compared with an empty React page. */
import { once } from 'node:events';
import type { ElectronApplication } from 'playwright';
import { findTrayItem } from '../desktop/tray.ts';
import { startApp } from '../e2e/app.ts';
import { startScale } from '../servers/coop/index.ts';
import { inTurn, median, round } from './measure.ts';
import type { Bench, Stage } from './stage.ts';

const runs = 8;

export const openWindow: Bench = async (stage, log) => {
  const coop = await startScale(25, { intervalS: 60 });
  const { empty, ours } = await inTurn(
    runs,
    {
      empty: () => timed(stage, stage.emptyApp, []),
      ours: () => timed(stage, stage.coopTray, [`--coop=${coop.documentUrl}`]),
    },
    log,
  );
  await coop.stop();
  return {
    runs,
    ms_median: round(median(ours), 1),
    empty_ms_median: round(median(empty), 1),
    ratio: round(median(ours) / median(empty)),
  };
};

/** Both apps show their window only once it has content, so its first appearance counts. */
async function timed(
  { desktop }: Stage,
  executable: string,
  args: readonly string[],
): Promise<number> {
  const app = await startApp(desktop, { measured: true, executable, args });
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor(
    (now) => args.length === 0 || now.tooltip.startsWith('All services are working'),
  );
  await watchForWindow(app.electron);
  const clickedMs = Date.now();
  await tray.choose('Open Coop Tray');
  const { atMs, letters } = await seenWindow(app.electron);
  if (letters === 0) throw new Error(`${executable} showed a window without content.`);
  const closed = once(app.electron.process(), 'exit');
  await app.stop();
  await closed;
  return atMs - clickedMs;
}

type Seen = Readonly<{ atMs: number; letters: number }>;

/** Resolves once main watches: a click that came sooner would be missed. */
function watchForWindow(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ app: main }) => {
    const seen = new Promise<Seen>((resolve) => {
      main.once('browser-window-created', (_event, window) => {
        window.once('show', () => {
          const atMs = Date.now();
          void window.webContents
            .executeJavaScript('document.body.innerText.length')
            .then((letters: number) => resolve({ atMs, letters }));
        });
      });
    });
    Reflect.set(globalThis, 'seen', seen);
  });
}

function seenWindow(electron: ElectronApplication): Promise<Seen> {
  return electron.evaluate(() => Reflect.get(globalThis, 'seen') as Promise<Seen>);
}
