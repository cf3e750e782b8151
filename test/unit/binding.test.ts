import { expect, test } from 'vitest';
import { differences, knownDifferences } from '../../shared/binding.ts';

const bound = { url: 'https://github.com', apiUrl: 'https://api.github.com', clientId: 'app' };

test('what is as it was shown differs in nothing', () => {
  expect(differences(bound, { ...bound })).toEqual([]);
});

test.each(Object.keys(bound))('another %s is named', (field) => {
  expect(differences(bound, { ...bound, [field]: 'https://other.example' })).toEqual([field]);
});

test.each(Object.keys(bound))('%s that is there no more is named', (field) => {
  const { [field]: _gone, ...now } = bound as Readonly<Record<string, string>>;
  expect(differences(bound, now)).toEqual([field]);
});

test.each(['toString', 'constructor', 'hasOwnProperty'])(
  'a field called %s is no other than any field',
  (field) => {
    expect(differences({ [field]: 'x' }, {})).toEqual([field]);
  },
);

test('what nobody knew when it was bound may be anything, and all that differs is named', () => {
  expect(differences(bound, { ...bound, roomId: '!a:example.org' })).toEqual([]);
  expect(differences(bound, { url: 'https://github.com' })).toEqual(['apiUrl', 'clientId']);
});

test('what is not known yet is no difference, what is known and another is', () => {
  expect(knownDifferences(bound, {})).toEqual([]);
  expect(knownDifferences(bound, { clientId: 'other' })).toEqual(['clientId']);
});
