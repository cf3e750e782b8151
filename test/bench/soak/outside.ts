/**
 * The second, shorter part: the packaged app on a desktop whose programs die around it, in real time. Covers what the
 * core alone cannot show: memory, and whether the icon is still right after each fault.
 */
import { findTrayItem } from '../../desktop/tray.ts';
import { startScale } from '../../servers/coop/index.ts';
import { closeByHand, openByHand } from '../by-hand.ts';
import { median, pause, renderers, round, rssMiB } from '../measure.ts';
import type { Stage } from '../stage.ts';
import type { Dice } from './dice.ts';
import { holdNotices } from './notices.ts';

const services = 100;
/** The shortest that a document may set. */
const pace = { intervalS: 5, damping: { failures: 2, successes: 2, confirmS: 1 } };
/** Time limit for reporting a change: an interval and the confirmation, on a busy machine. In ms. */
const toldWithinMs = 20_000;
/** By then all code has run, and all pages have been rendered. */
const warmRounds = 15;
const rounds = 55;
/** Memory fluctuates, so the median of this many rounds counts. */
const measured = 10;
const breathMs = 1000;

export async function bearOutside(stage: Stage, dice: Dice, log: (line: string) => void) {
  const { desktop } = stage;
  const coop = await startScale(services, pace);
  const app = stage.start(stage.coopTray, [`--coop=${coop.documentUrl}`]);
  const notices = holdNotices(desktop);
  const tray = await findTrayItem(desktop.bus, 60_000);
  let wrong = 0;

  const tells = async (start: string) => {
    await tray
      .waitFor(({ tooltip }) => tooltip.startsWith(start), toldWithinMs)
      .catch((error: Error) => {
        wrong += 1;
        log(error.message);
      });
  };
  const allUp = () => tells(`All services are working`);
  const openAndClose = async () => {
    await openByHand(desktop);
    await pause(breathMs);
    await closeByHand(desktop);
  };
  const killRenderer = async () => {
    await openByHand(desktop);
    for (const pid of renderers(app.pid)) process.kill(pid, 'SIGKILL');
    await pause(breathMs);
  };
  /** With or without a notification service. */
  const failAndHeal = async () => {
    const failing = dice.some(coop.ids, dice.between(1, services));
    for (const id of failing) coop.take(id, 'down');
    await tells(`${failing.length} of ${services} down`);
    for (const id of failing) coop.take(id, 'up');
    await allUp();
  };
  const acts = {
    openAndClose,
    killRenderer,
    failAndHeal,
    loseNotices: async () => {
      if (await desktop.bus.hasName('org.freedesktop.Notifications')) await notices.die();
      await failAndHeal();
    },
    findNotices: notices.comeBack,
    losePanel: async () => {
      await desktop.stopPanel();
      await desktop.startPanel();
    },
  };

  await allUp();
  const memory: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const [name, act] = dice.pick(Object.entries(acts));
    await act();
    await pause(breathMs);
    memory.push(rssMiB(app.pid));
    log(`round ${at + 1}, ${name}: ${round(memory.at(-1) ?? NaN, 1)} MiB`);
  }
  const isAlive = app.process.exitCode === null && app.process.signalCode === null;
  await app.stop();
  await notices.stop();
  await coop.stop();
  return {
    rounds,
    wrong: wrong + (isAlive ? 0 : 1),
    growthMb:
      median(memory.slice(-measured)) - median(memory.slice(warmRounds, warmRounds + measured)),
  };
}
