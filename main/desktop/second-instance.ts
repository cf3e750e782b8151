/** A start that was refused the lock: the app runs already and opens its window, or it cannot start at all. */
import { tmpdir } from 'node:os';
import { app } from 'electron';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { whyNoLock } from '../../shared/start/fault.ts';
import { cannotStart } from './startup-error.ts';
import { terminalLanguage } from '../cli/options.ts';
import type { Flags } from '../flags.ts';
import { print } from '../cli/print.ts';
import { profileDir } from './profile-dir.ts';
import { lookAtLock } from '../platform/startup-check.ts';

/** Tells what became of this start, and ends it. */
export async function endSecondStart({ coop }: Flags): Promise<void> {
  const fault = whyNoLock(await lookAtLock(profileDir(), tmpdir()));
  if (fault) return cannotStart(fault);
  const t = await loadTranslate(terminalLanguage(process.env));
  const said = coop === undefined ? t('start.running') : t('start.runningCoop', { coop });
  await print(process.stdout, `${said}\n`);
  app.exit(0);
}
