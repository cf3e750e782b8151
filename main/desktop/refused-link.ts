/** A start by a link that the app does not open: it ends at once, before it could disturb an app that runs. */
import { domainToASCII } from 'node:url';
import { app } from 'electron';
import { parseDeepLink } from '../../shared/deep-link/parse.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { terminalLanguage } from '../cli/options.ts';
import { print } from '../cli/print.ts';

/** Whether it has ended. Only a terminal shows the reason: a web page that tries must not be able to put up a box. */
export async function endIfRefused(link: string): Promise<boolean> {
  if (parseDeepLink(link, domainToASCII)) return false;
  const t = await loadTranslate(terminalLanguage(process.env));
  await print(process.stderr, `${t('start.linkRefused')}\n`);
  app.exit(1);
  return true;
}
