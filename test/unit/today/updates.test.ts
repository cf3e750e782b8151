/** What Today, and so the tray's menu, says of updates of the app. */
import { expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { updateLines } from '../../../shared/today/updates.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const wordsIn = (locale: 'en' | 'fr') => ({
  t: createTranslate(locale),
  times: createTimes(locale, 'America/Toronto'),
});
const said = (update: Snapshot['update'], locale: 'en' | 'fr' = 'en') =>
  updateLines(wordsIn(locale), snapshotOf({ update })).map(({ say }) => say().sentence);

test.each<[Snapshot['update'], string, string]>([
  [
    { is: 'offered', version: '1.1.0' },
    'Coop Tray 1.1.0 is available',
    'Coop Tray 1.1.0 est disponible',
  ],
  [
    { is: 'ready', version: '1.1.0' },
    'Coop Tray 1.1.0 is ready to install',
    'Coop Tray 1.1.0 est prêt à être installé',
  ],
  [
    { is: 'too-old' },
    'Your version of Coop Tray is no longer supported',
    'Votre version de Coop Tray n’est plus maintenue',
  ],
  [
    { is: 'overdue', days: 91 },
    'Coop Tray couldn’t check for updates for 91 days',
    'Coop Tray n’a pas pu vérifier les mises à jour depuis 91 jours',
  ],
])('%j', (update, english, french) => {
  expect(said(update)).toEqual([english]);
  expect(said(update, 'fr')).toEqual([french]);
});

test('nothing to say is no line', () => {
  expect(said(undefined)).toEqual([]);
});

test('a version that was installed meanwhile comes first, and a restart helps at once', () => {
  const snapshot = snapshotOf({
    coop: coopView(),
    update: { is: 'offered', version: '1.1.0' },
    installedVersion: '1.1.0',
  });
  const lines = updateLines(wordsIn('fr'), snapshot);
  expect(lines.map(({ restarts, say }) => [restarts, say().sentence])).toEqual([
    [true, 'Coop Tray 1.1.0 est installé\u00a0: redémarrez l’application pour l’utiliser'],
  ]);
  const restart = { label: 'Restart Coop Tray', command: { do: 'restart' } };
  expect(trayModel(wordsIn('en'), snapshot, 0).items).toContainEqual(restart);
  // There is something to restart without a co-op, too; otherwise nothing is offered.
  const without = (more: Partial<Snapshot>) => trayModel(wordsIn('en'), snapshotOf(more), 0).items;
  expect(without({ installedVersion: '1.1.0' })).toContainEqual(restart);
  expect(without({})).not.toContainEqual(restart);
});

test('the tray’s menu has it, and it leads to the settings', () => {
  const snapshot = snapshotOf({ coop: coopView(), update: { is: 'offered', version: '1.1.0' } });
  const { items } = trayModel(wordsIn('en'), snapshot, 0);
  expect(items).toContainEqual({
    label: 'Coop Tray 1.1.0 is available',
    command: { do: 'show', route: { page: 'settings' } },
  });
});
