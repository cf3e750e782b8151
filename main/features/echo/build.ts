/** The echo test in a world, without a window: for the app, the terminal and the demo. */
import { randomUUID } from 'node:crypto';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import { machineTimeZone } from '../../platform/time-zone.ts';
import type { Host } from '../host.ts';
import type { Echo } from './index.ts';
import { createEcho } from './index.ts';
import { resultsForm } from './results.ts';
import { echoSettingsForm } from './settings.ts';
import type { EchoWorld } from './world.ts';

/** Resolves once the settings and results of earlier runs are there. */
export async function buildEcho(
  { clock, files, appVersion, t }: Pick<Host, 'clock' | 'files' | 'appVersion' | 't'>,
  { system, ...world }: EchoWorld,
): Promise<Echo> {
  const echo = createEcho({
    ...world,
    clock,
    random: Math.random,
    newId: randomUUID,
    verdict: ({ measurement, mySide, failure }) => verdictOf(measurement, mySide, failure),
    settings: files.file(echoSettingsForm),
    results: files.file(resultsForm),
    guestName: t('menu.echo.guest'),
    machine: { timeZone: machineTimeZone, app: appVersion, system },
  });
  await echo.restore();
  return echo;
}
