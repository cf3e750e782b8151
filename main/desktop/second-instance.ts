/** Handles a start without the lock: either the app already runs and opens its window, or it cannot start at all. */
import { tmpdir } from 'node:os';
import { app } from 'electron';
import { loadTranslate } from '../../shared/i18n/load.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { whyNoLock } from '../../shared/start/fault.ts';
import { cannotStart } from './startup-error.ts';
import { terminalLanguage } from '../cli/options.ts';
import type { Flags } from '../flags.ts';
import { print } from '../cli/print.ts';
import { profileDir } from './profile-dir.ts';
import { inShortTempDir } from '../platform/short-temp-dir.ts';
import { lookAtLock } from '../platform/startup-check.ts';

/** Reports the outcome and exits. */
export async function endSecondStart(flags: Flags): Promise<void> {
  const fault = whyNoLock(await lookAtLock(profileDir(), inShortTempDir(process.env, tmpdir)));
  if (fault) return cannotStart(fault);
  const t = await loadTranslate(terminalLanguage(process.env));
  await print(process.stdout, `${outcome(t, flags)}\n`);
  app.exit(0);
}

function outcome(t: Translate, { coop, hidden, link }: Flags): string {
  if (link !== undefined) return t('start.runningLink');
  if (coop !== undefined) return t('start.runningCoop', { coop });
  return t(hidden ? 'start.runningHidden' : 'start.running');
}
