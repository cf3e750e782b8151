/** Services before their first check: what page and tray show for them. */
import { expect, test } from 'vitest';
import type { TrayItem } from '../../../main/desktop/tray-command.ts';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { serviceItems } from '../../../main/desktop/tray-services.ts';
import { ServiceGroups } from '../../../renderer/pages/status/ServiceGroups.tsx';
import { headlineOf } from '../../../shared/wording/headline.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { draw } from './draw.tsx';

type Kind = 'new' | 'stale' | 'muted new' | 'up' | 'down' | 'maintenance';

function view(kind: Kind, at: number): ServiceView {
  const id = `s${at}`;
  const fresh = serviceView(id, { verdict: 'unknown', reason: reason('not-checked') });
  if (kind === 'new') return fresh;
  if (kind === 'muted new') return { ...fresh, muted: { sinceUtcMs: 0 } };
  if (kind === 'stale') return { ...fresh, reason: reason('stale') };
  return serviceView(id, { verdict: kind });
}

/** “s0: down” names s0. */
const nameIn = (item: TrayItem) => (item === 'separator' ? '' : /^\w+/.exec(item.label)?.[0]);

/** The page's first line, the tray's, and the services in the tray's menu. */
function said(kinds: readonly Kind[], locale: Locale = 'en') {
  const snapshot = snapshotOf({ locale, coop: coopView(), services: kinds.map(view) });
  const words = { t: createTranslate(locale), times: createTimes(locale, 'UTC') };
  const tray = trayModel(words, snapshot, 0);
  const named = serviceItems(words, snapshot.services, 0).map((item) => nameIn(item));
  return [headlineOf(words.t, snapshot).text, tray.sentence, named.join(' ')];
}

const checking = (what: string) => `Checking ${what} for the first time`;

test.each<[Kind[], string, string, string]>([
  [['new', 'new'], checking('2 services'), checking('2 services'), ''],
  [['up', 'new', 'new'], checking('2 of 3 services'), checking('2 of 3 services'), ''],
  [['down', 'new', 'up'], 's0 is down, 1 not checked yet', '1 of 3 down: s0', 's0'],
  [['maintenance', 'new'], checking('1 of 2 services'), checking('1 of 2 services'), 's0'],
  // A state that has become stale is different: it needs attention.
  [['stale', 'up'], 's0 can’t be checked', '1 of 2 unknown: s0', 's0'],
  [['stale', 'stale'], 's0 and s1 can’t be checked', '2 of 2 unknown: s0, s1', 's0 s1'],
  [['stale', 'new'], 's0 can’t be checked, 1 not checked yet', '2 of 2 unknown: s0, s1', 's0'],
  [
    ['muted new', 'up'],
    'All services are working, 1 service muted',
    'All services are working, 1 service muted',
    's0',
  ],
])('of %j the page says “%s”, the tray “%s”', (kinds, page, tray, menu) => {
  expect(said(kinds)).toEqual([page, tray, menu]);
});

test('thousands that are checked for the first time ask for nobody’s attention', () => {
  const kinds = Array.from({ length: 5000 }, (_, at): Kind => (at < 2215 ? 'up' : 'new'));
  const sentence = 'Checking 2,785 of 5,000 services for the first time';
  expect(said(kinds)).toEqual([sentence, sentence, '']);
});

test('in French as well', () => {
  expect(said(['up', 'new'], 'fr')[0]).toBe('Première vérification de 1 des 2 services');
  expect(said(['down', 'new'], 'fr')[0]).toBe('s0 est en panne, 1 pas encore vérifié');
});

test('a row says that its service is not checked yet, and not that it is unknown', () => {
  const page = draw(
    <ServiceGroups views={[view('new', 0)]} days={undefined} onSelect={() => undefined} />,
  );
  expect(page).toContain('Not checked yet');
  expect(page).not.toContain('Unknown');
});
