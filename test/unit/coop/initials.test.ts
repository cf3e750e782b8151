import { expect, test } from 'vitest';
import { initialsOf } from '../../../shared/coop/initials.ts';

test.each([
  ['Maple Street', 'MS'],
  ['maple street', 'MS'],
  ['The Maple Street Co-op', 'MS'],
  ['Coopérative de la rue des Érables', 'RÉ'],
  ['Coop l’Érable', 'É'],
  ['Hypha', 'H'],
  ['Hypha Worker Co-operative', 'HW'],
  ['The Co-op', 'TC'],
  ['X', 'X'],
  ['4 Corners', '4C'],
  ['42', '4'],
  ['“Quoted” Name', 'QN'],
  ['straße ßtern', 'Sß'],
  ['🍁 Maple', '🍁'],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧'],
  ['e\u0301rable vert', 'E\u0301V'],
  ['تعاونية القيقب', 'ت'],
  ['קואופרטיב', 'ק'],
  ['生活協同組合', '生'],
  ['Кооператив Клён', 'КК'],
  ['!!!', '!'],
  ['  ', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
