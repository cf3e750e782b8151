/** Explains why the app cannot start and what to do: on stderr, and in a dialog if there is a desktop. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { loadTranslate } from '../../shared/i18n/load.ts';
import type { StartFault } from '../../shared/start/fault.ts';
import { terminalLanguage } from '../cli/options.ts';
import { print } from '../cli/print.ts';
import { displayFault } from '../platform/startup-check.ts';

/**
 * Resolves once printed to stderr; await it while the main module loads, since Chromium may crash right after. The
 * dialog follows when Electron is ready, and the process exits with 1.
 */
export async function cannotStart(fault: StartFault): Promise<void> {
  const t = await loadTranslate(terminalLanguage(process.env));
  await print(process.stderr, `${t(`start.${fault.code}`, fault.params)}\n`);
  const draft = await mkdtemp(join(tmpdir(), 'coop-tray-box-')).catch(() => undefined);
  const noDisplay = await displayFault({ env: process.env, argv: process.argv });
  if (noDisplay || !hasProfile(draft)) await end(draft);
  else void endWithBox(fault, draft);
}

/** Chromium crashes without a profile folder. */
function hasProfile(draft: string | undefined): boolean {
  if (app.isReady()) return true;
  try {
    if (draft !== undefined) app.setPath('userData', draft);
    return app.getPath('userData') !== '';
  } catch {
    return false;
  }
}

async function endWithBox(fault: StartFault, draft: string | undefined): Promise<void> {
  try {
    await app.whenReady();
    await showBox(fault);
  } finally {
    await end(draft);
  }
}

async function showBox({ code, params }: StartFault): Promise<void> {
  const t = await loadTranslate(app.getLocale());
  const words = { title: t('app.name'), message: t('start.title') };
  // Not `showErrorBox`, which blocks this thread, so that logging out could not end the app.
  await dialog.showMessageBox({ type: 'error', ...words, detail: t(`start.${code}`, params) });
}

async function end(draft: string | undefined): Promise<void> {
  if (draft !== undefined) await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  app.exit(1);
}
