/** How people are called, and that nobody is taken for somebody else. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../shared/matrix/shown-names.ts';
import { shortId, shownNames } from '../../../shared/matrix/shown-names.ts';

const me = '@ada:coop.example';
const el: Person = { id: '@el:coop.example', name: 'El' };
const shown = (person: Person, ...others: Person[]) =>
  shownNames([...others, person], me)(person.id);

test.each<[name: string | undefined, shown: string]>([
  ['Sam Tremblay', 'Sam Tremblay'],
  ['  Sam \n Tremblay ', 'Sam Tremblay'],
  ['Zoë', 'Zoë'],
  ['Zoe\u0308', 'Zoë'],
  ['Наталья', 'Наталья'],
  ['佐藤さくら', '佐藤さくら'],
  ['ليلى', 'ليلى'],
  ['Sam 🦊', 'Sam 🦊'],
  ['Sam 👩‍💻', 'Sam 👩‍💻'],
  // Without a name, the part of the id that members know.
  [undefined, 'sam'],
  ['', 'sam'],
  [' \u200b ', 'sam'],
])('%j is shown as %s', (name, text) => {
  expect(shown({ id: '@sam:coop.example', name }, el)).toBe(text);
});

describe('a name that could mislead is shown with its id', () => {
  test.each<[why: string, name: string, shown: string]>([
    ['another member’s', 'El', 'El (@eve:evil.example)'],
    ['another one’s in capitals', 'EL', 'EL (@eve:evil.example)'],
    ['with an accent', 'Él', 'Él (@eve:evil.example)'],
    ['with signs', 'E.l', 'E.l (@eve:evil.example)'],
    ['with a digit', 'E1', 'E1 (@eve:evil.example)'],
    ['all in letters that look alike', 'еі', 'еі (@eve:evil.example)'],
    ['in two scripts', 'Аdministrator', 'Аdministrator (@eve:evil.example)'],
    ['turned round', '\u202elE', 'lE (@eve:evil.example)'],
    ['with something unseen', 'E\u200bl', 'El (@eve:evil.example)'],
    ['with a filler', 'El\u3164', 'El (@eve:evil.example)'],
    ['an id', '@el:coop.example', '@el:coop.example (@eve:evil.example)'],
    ['a heap of accents', 'E\u0301\u0302\u0303\u0304l', 'É\u0302\u0303\u0304l (@eve:evil.example)'],
    ['the id of another', 'robin', 'robin (@eve:evil.example)'],
  ])('%s', (_why, name, text) => {
    const robin = { id: '@robin:coop.example', name: 'Robin Roy' };
    expect(shown({ id: '@eve:evil.example', name }, el, robin)).toBe(text);
  });

  test('also to the one whose name it was', () => {
    const eve = { id: '@eve:evil.example', name: 'El' };
    expect(shown(el, eve)).toBe('El (el)');
  });
});

test('the newest name of a person counts', () => {
  const names = shownNames([el, { id: el.id, name: 'Eleanor' }, { id: el.id }], me);
  expect(names(el.id)).toBe('Eleanor');
});

test('a person who is not among them has an id', () => {
  expect(shownNames([el], me)('@new:coop.example')).toBe('new');
});

test.each([
  ['@sam:coop.example', me, 'sam'],
  ['@sam:elsewhere.example', me, '@sam:elsewhere.example'],
  ['@sam:coop.example', undefined, '@sam:coop.example'],
  ['octocat', me, 'octocat'],
  [`@${'x'.repeat(200)}:coop.example`, me, `${'x'.repeat(59)}…`],
])('%.30s, for %s, is %.30s', (id, own, text) => {
  expect(shortId(id, own)).toBe(text);
});

test('a name of any length and a crowd take no time', () => {
  const crowd = Array.from({ length: 2000 }, (_, at) => ({
    id: `@${at}:x`,
    name: '😀'.repeat(500),
  }));
  expect(shownNames(crowd, me)('@1:x').length).toBeLessThan(140);
});
