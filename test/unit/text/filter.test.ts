/** What is typed finds a name in whatever spelling it has, and nothing that does not have it. */
import { describe, expect, test } from 'vitest';
import { filterBy } from '../../../shared/text/filter.ts';

const names = [
  'École',
  'Œuvre',
  'Cœur',
  'Régime',
  'Pads',
  'all-hands',
  'L’élection',
  '100 %',
  '🦊 Fox',
  'Łódź',
];

describe('of a list, what is typed finds', () => {
  test.each<[string, readonly string[]]>([
    ['', names],
    ['  ', names],
    ['ecole', ['École']],
    ['ÉCOLE', ['École']],
    // As some systems type it: the accent as a sign of its own.
    ['e\u0301cole', ['École']],
    ['oeuvre', ['Œuvre']],
    ['œuvre', ['Œuvre']],
    ['oe', ['Œuvre', 'Cœur']],
    ['coeur', ['Cœur']],
    ['regime', ['Régime']],
    ['lodz', ['Łódź']],
    ['lelection', ['L’élection']],
    ["l'election", ['L’élection']],
    ['all hands', ['all-hands']],
    ['ADS ', ['Pads']],
    ['100%', ['100 %']],
    ['🦊', ['🦊 Fox']],
    ['🐻', []],
    ['nothing like it', []],
  ])('%j: %j', (typed, found) => {
    expect(names.filter(filterBy(typed))).toEqual(found);
  });
});
