/** The echo test's world: this machine, its network and keyring, and the rooms of real servers. */
import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { gatewayHere } from '../../platform/gateway.ts';
import { processorTimes } from '../../platform/processors.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import type { Host } from '../host.ts';
import { httpFigures } from './http-figures.ts';
import { createMySide } from './local-checks.ts';
import type { OpenRoomPage } from './room-page.ts';
import { createFindRoom } from './room.ts';
import type { EchoWorld } from './world.ts';

export type EchoMachine = Pick<Host, 'clock' | 'net' | 'proxies' | 'appDir'> &
  Readonly<{ connectivity: Pick<Host['connectivity'], 'current'>; openPage: OpenRoomPage }>;

export function realWorld(machine: EchoMachine): EchoWorld {
  const { clock, net, appDir, connectivity, openPage } = machine;
  return {
    isOffline: () => isBlind(connectivity.current()) && connectivity.current().state !== 'waking',
    openPage,
    findRoom: createFindRoom({ clock, net }),
    httpFigures: (origin, signal) => httpFigures(machine, origin, signal),
    mySide: createMySide({ clock, processors: processorTimes, findGateway: gatewayHere }),
    probeCode: () => readFile(join(appDir, 'probe.js'), 'utf8'),
    secrets: createSecrets({ clock }),
    system: `${type()} ${release()}`.slice(0, 80),
  };
}
