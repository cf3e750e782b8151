/** What stands before a name or a date in French, with the app's own sentences. */
import { expect, test } from 'vitest';
import { fr } from '../../../shared/i18n/fr.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import { frenchElision } from '../../../shared/i18n/elision.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';

const t = createTranslate('fr');
const hourMs = 3_600_000;

test.each([
  ['Agenda', 'Détails d’Agenda'],
  ['écho', 'Détails d’écho'],
  ['OVH', 'Détails d’OVH'],
  ['Pads', 'Détails de Pads'],
  // Whether its h is mute is not known.
  ['Hypha', 'Détails de Hypha'],
  // Within what is filled in, nothing changes.
  ['Liste de Ana', 'Détails de Liste de Ana'],
  ['depuis 24 nov.', 'Détails de depuis 24 nov.'],
])('of %s', (name, said) => {
  expect(t('status.detailsOf', { name })).toBe(said);
});

test.each([
  ['earlier today', 0, 'depuis 09 h 02'],
  ['on another day', 24, 'depuis le 24 nov., 09 h 02'],
])('since a time %s', (_, hours, said) => {
  const at = Date.UTC(2026, 10, 24, 14, 2);
  const time = createTimes('fr-CA', 'America/Toronto').clock(at, at + hours * hourMs);
  expect(t('feed.since', { time }).replaceAll('\u00a0', ' ')).toBe(said);
});

test.each([
  ['de {x}', '24 nov., 09 h 02', 'du 24 nov., 09 h 02'],
  ['à partir de {x}', 'mardi 09 h 02', 'à partir de mardi 09 h 02'],
  ['jusqu’à {x}', '1er déc., 09 h 02', 'jusqu’au 1er déc., 09 h 02'],
  ['à {x}', '8 mars 2027', 'le 8 mars 2027'],
  ['à {x}', '14 h 02', 'à 14 h 02'],
  ['à {x}', '12 min', 'à 12 min'],
])('%j with %j', (pattern, value, said) => {
  const filled = frenchElision.mark(pattern).replace('{x}', value);
  expect(frenchElision.settle(filled)).toBe(said);
});

test('no mark is left in any sentence', () => {
  const left = (Object.keys(fr) as MessageKey[]).filter((key) => {
    const given = [...fr[key].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, 2]);
    return t(key, Object.fromEntries(given)).includes('\u{E000}');
  });
  expect(left).toEqual([]);
});
