import { expect, test } from 'vitest';
import { sourceNames } from '../../../shared/feedback/source-names.ts';
import { createTranslate } from '../../translate.ts';

const screen = { name: 'Entire screen', isScreen: true };
const window = (name: string) => ({ name, isScreen: false });

test('several screens are numbered; one is the whole', () => {
  const t = createTranslate('fr');
  expect(sourceNames(t, [screen, { ...screen }])).toEqual(['Écran 1', 'Écran 2']);
  expect(sourceNames(t, [screen])).toEqual(['Écran entier']);
});

test('no two windows have one name, and none has no name', () => {
  const names = sourceNames(createTranslate('en'), ['Mail', ' ', 'Mail', 'Pads'].map(window));
  expect(names).toEqual(['Mail', 'Untitled window', 'Mail (2)', 'Pads']);
  const counted = sourceNames(createTranslate('en'), ['Mail', 'Mail', 'Mail (2)'].map(window));
  expect(counted).toEqual(['Mail', 'Mail (3)', 'Mail (2)']);
});
