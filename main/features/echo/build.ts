/** Wires the echo test to the machine, without a window, for the terminal as well. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import { gatewayHere } from '../../platform/gateway.ts';
import { processorTimes } from '../../platform/processors.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { machineTimeZone } from '../../platform/time-zone.ts';
import type { Host } from '../host.ts';
import { httpFigures } from './http-figures.ts';
import type { Echo } from './index.ts';
import { createEcho } from './index.ts';
import { createMySide } from './local-checks.ts';
import { resultsForm } from './results.ts';
import type { OpenRoomPage } from './room-page.ts';
import { createFindRoom } from './room.ts';
import { echoSettingsForm } from './settings.ts';

export type EchoMachine = Pick<Host, 'clock' | 'net' | 'appDir' | 'files' | 'appVersion' | 't'> &
  Readonly<{ openPage: OpenRoomPage; connectivity: Pick<Host['connectivity'], 'current'> }>;

export async function buildEcho(machine: EchoMachine): Promise<Echo> {
  const { clock, net, appDir, files, connectivity } = machine;
  const echo = createEcho({
    clock,
    random: Math.random,
    newId: randomUUID,
    isOffline: () => ['offline', 'captive'].includes(connectivity.current().state),
    openPage: machine.openPage,
    findRoom: createFindRoom({ clock, net }),
    httpFigures: (origin, signal) => httpFigures(net, origin, signal),
    mySide: createMySide({ clock, processors: processorTimes, findGateway: gatewayHere }),
    probeCode: () => readFile(join(appDir, 'probe.js'), 'utf8'),
    verdict: ({ measurement, mySide, failure }) => verdictOf(measurement, mySide, failure),
    secrets: createSecrets({ clock }),
    settings: files.file(echoSettingsForm),
    results: files.file(resultsForm),
    guestName: machine.t('menu.echo.guest'),
    machine: {
      timeZone: machineTimeZone,
      app: machine.appVersion,
      system: `${type()} ${release()}`.slice(0, 80),
    },
  });
  await echo.restore();
  return echo;
}
