/** An app that cannot start says why and what to do: on stderr, and in a box where there is a desktop. */
import { app, dialog } from 'electron';
import { loadTranslate } from '../shared/i18n/load.ts';
import { nearestLocale } from '../shared/i18n/translator.ts';
import type { StartFault } from '../shared/start/fault.ts';
import { terminalLanguage } from './cli/options.ts';
import { print } from './print.ts';
import { displayFault } from './start/look.ts';

/**
 * Ends the process with 1. Where there is a desktop that happens once Electron is ready, so it must not be awaited while
 * the main module is read.
 */
export async function cannotStart({ code, params }: StartFault): Promise<void> {
  const words = await loadTranslate(nearestLocale(terminalLanguage(process.env)));
  await print(process.stderr, `${words(`start.${code}`, params)}\n`);
  if (await displayFault({ env: process.env, words: process.argv })) return app.exit(1);
  await app.whenReady();
  const t = await loadTranslate(nearestLocale(app.getLocale()));
  const message = t('start.title');
  // Not `showErrorBox`: it holds this thread, so that the end of a session could not end it.
  await dialog.showMessageBox({
    type: 'error',
    title: t('app.name'),
    message,
    detail: t(`start.${code}`, params),
  });
  app.exit(1);
}
