/** The echo test, joined to the machine and the desktop. Read at its first use: nothing of it is there at start. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import { resultsText } from '../../../shared/wording/echo-text.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { allowMicrophone } from '../../desktop/microphone.ts';
import { openJson } from '../../desktop/open.ts';
import { openRoomPage } from '../../desktop/room-window.ts';
import { saveAs } from '../../desktop/save.ts';
import { createFindRoom } from './room.ts';
import { httpFigures } from './http-figures.ts';
import type { Echo } from './index.ts';
import { createEcho } from './index.ts';
import { createMySide } from './local-checks.ts';
import type { Reports } from './reports.ts';
import { createReports } from './reports.ts';
import { resultsForm } from './results.ts';
import { echoSettingsForm } from './settings.ts';
import type { Clock } from '../../platform/clock.ts';
import { gatewayHere } from '../../platform/gateway.ts';
import type { Net } from '../../platform/net/index.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';
import { processorTimes } from '../../platform/processors.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { machineTimeZone } from '../../platform/time-zone.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';

export type ComposedEcho = Readonly<{
  echo: Echo;
  reports: Reports;
  /** Lets the page ask for the microphone, or no longer. */
  allowMicrophone: (open: boolean) => void;
}>;

export type EchoWorld = Readonly<{
  clock: Clock;
  net: Net;
  /** The folder of the built app, which holds the probe. */
  appDir: string;
  files: Pick<ProfileFiles, 'file'>;
  appVersion: string;
  t: Translate;
  connectivity: () => ConnectivityState;
}>;

export async function composeEcho(
  world: EchoWorld,
  screen: WindowChannel,
  copyText: (text: string) => Promise<void>,
): Promise<ComposedEcho> {
  const echo = await buildEcho(world);
  echo.onChange((change) => {
    // Without a window nobody is told; the next one asks for the whole.
    if (!screen.contents()) return;
    const state = echo.state();
    if (change === 'state') screen.send('echo', state);
    else if (state.run) screen.send('echoRun', state.run);
  });
  const reports = createReports({
    echo,
    app: world.appVersion,
    nowUtcMs: world.clock.nowUtcMs,
    textOf: (results) => resultsText(world.t, results),
    copyText,
    save: (name, pieces) => saveAs(screen.contents(), name, pieces),
    open: (limitBytes) => openJson(screen.contents(), limitBytes),
  });
  return {
    echo,
    reports,
    allowMicrophone: (open) => {
      const contents = screen.contents();
      if (contents) allowMicrophone(contents, open);
    },
  };
}

/** Without a screen, as a terminal needs it too. */
export async function buildEcho(world: EchoWorld): Promise<Echo> {
  const { clock, net, appDir, files, connectivity } = world;
  const echo = createEcho({
    clock,
    random: Math.random,
    newId: randomUUID,
    isOffline: () => ['offline', 'captive'].includes(connectivity()),
    openPage: openRoomPage,
    findRoom: createFindRoom({ clock, net }),
    httpFigures: (origin, signal) => httpFigures(net, origin, signal),
    mySide: createMySide({ clock, processors: processorTimes, findGateway: gatewayHere }),
    probeCode: () => readFile(join(appDir, 'probe.js'), 'utf8'),
    verdict: ({ measurement, mySide, failure }) => verdictOf(measurement, mySide, failure),
    secrets: createSecrets({ clock }),
    settings: files.file(echoSettingsForm),
    results: files.file(resultsForm),
    guestName: world.t('menu.echo.guest'),
    machine: {
      timeZone: machineTimeZone,
      app: world.appVersion,
      system: `${type()} ${release()}`.slice(0, 80),
    },
  });
  await echo.restore();
  return echo;
}
