/** Diagnostics attached to feedback, as a text file. Pure. */
import type { About } from '../feedback/item.ts';
import type { Snapshot } from '../snapshot.ts';
import { summarise } from '../status/summary.ts';
import { detailsText } from './details.ts';
import { summarySentence } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** `system` is for example `Coop Tray 0.1.0, Debian 12`. Contains no personal data. */
export function feedbackDetails(
  t: Translate,
  times: Times,
  parts: Readonly<{ system: string; about: About; snapshot: Snapshot; nowUtcMs: number }>,
): string {
  const { system, about, snapshot, nowUtcMs } = parts;
  const { services, connectivity, locale, historyProblem, policy, trayAvailable, noticesShown } =
    snapshot;
  const view = services.find((one) => about.what === 'service' && one.id === about.id);
  const lines = [
    system,
    `at ${new Date(nowUtcMs).toISOString()}`,
    `language ${locale}`,
    `network ${connectivity.state} since ${new Date(connectivity.sinceUtcMs).toISOString()}`,
    ...(trayAvailable ? [] : ['no tray']),
    ...(noticesShown ? [] : ['no notifications']),
    ...(historyProblem ? [`history ${JSON.stringify(historyProblem)}`] : []),
    '',
    view
      ? detailsText(t, times, view)
      : summarySentence(t, summarise(services, connectivity, policy.scope), connectivity),
  ];
  return lines.join('\n');
}
