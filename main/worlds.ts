/** Runs the app in one world at a time: the member's own, or the demo, whose code is loaded when it is tried. */
import type { App } from './compose.ts';
import { compose } from './compose.ts';
import { followProcessFaults } from './desktop/process-faults.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { versions } from './desktop/versions.ts';
import type { Flags } from './flags.ts';
import type { OpenRequest } from './open-again.ts';
import { handedOverIn } from './open-again.ts';
import { createSerialQueue } from './platform/serial-queue.ts';
import type { World } from './world.ts';
import { openGround, openWorld } from './world.ts';

export type RunningApp = Pick<App, 'open' | 'farewell' | 'dispose'> &
  Readonly<{
    /** Handles what a second start hands over, as it came, and its working directory. */
    startedAgain: (folder: string, handedOver: unknown) => void;
  }>;

/** After the start, which must not wait for what can wait. In ms. */
const settleAfterMs = 10_000;

/** `appDir` holds the built app: preload, page and icons. Call once Electron is ready. */
export async function runApp(
  appDir: string,
  flags: Flags,
  tray: TrayIcon,
  quit: () => void,
): Promise<RunningApp> {
  const ground = await openGround(appDir, flags);
  const { clock, log, runMarker, appVersion } = ground;
  log.info('started', {
    version: appVersion,
    language: ground.languageTag,
    ...versions(process.env),
  });
  const changes = createSerialQueue();
  let isOver = false;

  const run = (next: World) =>
    compose(next, tray, {
      enterDemo: () => void change(async () => (await import('./demo/index.ts')).openDemo(ground)),
      leaveDemo: (coop) => void leaveDemo(coop === undefined ? undefined : { coop }),
      quit,
    });
  let world = openWorld(ground, ground.startedAtLogin ? { ...flags, hidden: true } : flags);
  let running = run(world);
  const change = (open: () => Promise<World>) =>
    changes.run(async () => {
      // Opened first: if that fails, on a full disk perhaps, the member stays where they are.
      const next = await open().catch(() => undefined);
      if (!next) return;
      await running.end();
      if (isOver) return next.dispose();
      world = next;
      running = run(world);
    });
  const leaveDemo = async (request?: OpenRequest) => {
    await change(async () => openWorld(ground, { show: true }));
    if (request) running.open(request);
  };
  const open = (request: OpenRequest) => {
    // The demo knows no other co-op, and its profile must not get one.
    if (request.coop !== undefined && world.demo) void leaveDemo(request);
    else running.open(request);
  };

  const cancelSettling = clock.after(settleAfterMs, () => {
    void import('./desktop/settle.ts').then(({ settle }) => settle()).catch(() => undefined);
  });

  followProcessFaults({
    clock,
    log,
    onFault: (reason) => running.note({ kind: 'fault', reason }),
    onQuit: runMarker.end,
  });
  void runMarker.begin().then((ended) => {
    if (!ended) return;
    log.warn('earlier run was not asked to end', { end: ended.end, version: ended.version });
    const { begunUtcMs, version } = ended;
    if (ended.end === 'crashed') running.note({ kind: 'app', begunUtcMs, version });
  });

  return {
    open,
    startedAgain: (folder, handedOver) => open({ folder, ...handedOverIn(handedOver) }),
    farewell: () => {
      runMarker.end();
      log.info('asked to end');
      return running.farewell();
    },
    dispose: () => {
      isOver = true;
      cancelSettling();
      ground.installed.dispose();
      running.dispose();
      tray.dispose();
    },
  };
}
