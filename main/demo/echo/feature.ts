/** The echo test of the demo: the app's own, in rooms that do not exist. */
import { randomUUID } from 'node:crypto';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { Echo } from '../../features/echo/index.ts';
import { createEcho } from '../../features/echo/index.ts';
import { resultsForm } from '../../features/echo/results.ts';
import { measureS } from '../../features/echo/run.ts';
import { echoSettingsForm } from '../../features/echo/settings.ts';
import { showEcho } from '../../features/echo/show.ts';
import type { EchoHost } from '../../features/echo/types.ts';
import type { Replacements } from '../../features/index.ts';
import { machineTimeZone } from '../../platform/time-zone.ts';
import { createDemoRooms } from './room.ts';

export function demoEcho(host: EchoHost): ReturnType<Replacements['echo']> {
  return {
    load: async (section = []) => {
      let instances = section;
      const instanceAt = (address: string) =>
        instances.find(({ room }) => room === address)?.id ?? '';
      const echo = createDemoEcho(host, instanceAt);
      await echo.restore();
      const running = showEcho(host, echo);
      return { ...running, setSection: (next) => running.setSection((instances = next)) };
    },
  };
}

function createDemoEcho(host: EchoHost, instanceAt: (address: string) => string): Echo {
  const { clock, files, appVersion } = host;
  const refuse = async () => {
    throw new Error('The demo has no keyring.');
  };
  return createEcho({
    clock,
    random: Math.random,
    newId: randomUUID,
    isOffline: () => false,
    findRoom: createDemoRooms({ clock, random: Math.random, instanceAt, measureS }),
    openPage: () => {
      throw new Error('The demo opens no page.');
    },
    httpFigures: async () => undefined,
    mySide: { watch: () => ({ soFar: () => ({}), stop: async () => ({}) }) },
    probeCode: async () => '',
    verdict: ({ measurement, mySide, failure }) => verdictOf(measurement, mySide, failure),
    secrets: { get: refuse, set: refuse, delete: refuse },
    settings: files.file(echoSettingsForm),
    results: files.file(resultsForm),
    guestName: host.t('menu.echo.guest'),
    machine: { timeZone: machineTimeZone, app: appVersion, system: 'Demo' },
  });
}
