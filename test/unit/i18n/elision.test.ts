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
  ['Ágora', 'Détails d’Ágora'],
  ['Östra', 'Détails d’Östra'],
  ['Úrsula', 'Détails d’Úrsula'],
  // It begins as a date does, or is one, and is a name.
  ['2 maisons à visiter', 'Détails de 2 maisons à visiter'],
  ['8 mars', 'Détails de 8 mars'],
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
  ['de {time}', '24 nov., 09 h 02', 'du 24 nov., 09 h 02'],
  ['à partir de {from}', 'mardi 09 h 02', 'à partir de mardi 09 h 02'],
  ['jusqu’à {until}', '1er déc., 09 h 02', 'jusqu’au 1er déc., 09 h 02'],
  ['à {time}', '8 mars 2027', 'le 8 mars 2027'],
  ['Terminée. À {time}', '8 mars 2027', 'Terminée. Le 8 mars 2027'],
  ['Depuis {time}', '8 mars', 'Depuis le 8 mars'],
  ['à {time}', '14 h 02', 'à 14 h 02'],
  ['à {time}', '12 min', 'à 12 min'],
  ['à {time}', '2 octets', 'à 2 octets'],
  ['à partir de {time}', '3 marsouins', 'à partir de 3 marsouins'],
  ['de {from} à {to}', '24 nov.', 'du 24 nov. au 24 nov.'],
  ['de {from} à {to}', '14 h 02', 'de 14 h 02 à 14 h 02'],
  // Elsewhere it is a name.
  ['Envoyer à {name}', '8 mars', 'Envoyer à 8 mars'],
  ['Depuis {place}', '8 mars', 'Depuis 8 mars'],
])('%j with %j', (pattern, value, said) => {
  const filled = frenchElision.mark(pattern).replaceAll(/\{\w+\}/g, value);
  expect(frenchElision.settle(filled)).toBe(said);
});

test('no mark is left in any sentence', () => {
  const left = (Object.keys(fr) as MessageKey[]).filter((key) => {
    const given = [...fr[key].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, 2]);
    return t(key, Object.fromEntries(given)).match(/[\u{E000}-\u{E002}]/u) !== null;
  });
  expect(left).toEqual([]);
});
