/** What is found for a few letters, and in which order. The cases with an address went wrong in other launchers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pick } from '../../../shared/links/picks.ts';
import { pickLimit, scoreOf, withPick } from '../../../shared/links/picks.ts';
import { indexOf, search } from '../../../shared/links/search.ts';

const nowUtcMs = Date.parse('2026-11-24T14:00:00Z');
const dayMs = 86_400_000;

type Given = readonly (
  | string
  | Readonly<{ name: string; takesArgument?: true; besides?: string }>
)[];
function find(typed: string, given: Given, picks: readonly Pick[] = []) {
  const items = given.map((one) => {
    const { name, ...rest } = typeof one === 'string' ? { name: one } : one;
    return { id: name, names: [name], ...rest };
  });
  return search(indexOf(items), { typed, picks, nowUtcMs, limit: 20 }).map(({ item, argument }) =>
    argument === undefined ? item.id : `${item.id}(${argument})`,
  );
}

const hypha = [
  'calls',
  'calls-archive',
  'calendar',
  'template',
  'wg-template',
  'github',
  'meet-coop',
  'allhands',
  'élection',
  'œuvres',
  'l’équipe',
  'new-task',
];

test.each<[string, Given, readonly string[]]>([
  ['calls', hypha, ['calls', 'calls-archive']],
  ['CALL', hypha, ['calls', 'calls-archive']],
  ['temp', hypha, ['template', 'wg-template']],
  // Slips.
  ['clals', hypha, ['calls', 'calls-archive']],
  ['tempalte', hypha, ['template', 'wg-template']],
  ['githb', hypha, ['github']],
  ['gitub', hypha, ['github']],
  ['gihub', hypha, ['github']],
  ['xyzzy', hypha, []],
  ['clx', hypha, []],
  // Accents, ligatures and apostrophes.
  ['election', hypha, ['élection']],
  ['ÉLEC', hypha, ['élection']],
  ['oeuvres', hypha, ['œuvres']],
  ["l'equipe", hypha, ['l’équipe']],
  ['lequipe', hypha, ['l’équipe']],
  ['camera', ['Câmera'], ['Câmera']], // https://github.com/microsoft/PowerToys/issues/44066
  ['istanbul', ['İstanbul'], ['İstanbul']],
  ['strasse', ['Straße'], ['Straße']],
  // Words in any order, and with other signs between them.
  ['meet coop', hypha, ['meet-coop']],
  ['coop meet', hypha, ['meet-coop']],
  ['meetcoop', hypha, ['meet-coop']],
  ['all hands', hypha, ['allhands']],
  ['task', hypha, ['new-task']],
  ['no ads', ['no-ads'], ['no-ads']], // https://github.com/PonasKovas/rlaunch/issues/11
  // Signs count where nothing else tells two apart: https://github.com/PPHubApp/PPHub-Feedback/issues/152
  ['c#', ['c', 'c++', 'c#'], ['c#', 'c', 'c++']],
  ['C++', ['c', 'c#', 'c++', 'c++-notes'], ['c++', 'c', 'c#', 'c++-notes']],
  ['@home', ['home', '@home'], ['@home', 'home']],
  ['resume', ['résumé', 'resume'], ['resume', 'résumé']],
  ['résumé', ['resume', 'résumé'], ['résumé', 'resume']],
  // An emoji, in whatever colour: https://github.com/hyprwm/hyprlauncher/issues/30
  ['🎉', ['pads', '🎉', '🎉-party'], ['🎉', '🎉-party']],
  ['👍🏽', ['👍', 'pads'], ['👍']],
  ['❤', ['❤\ufe0f', 'pads'], ['❤\ufe0f']],
  ['+', ['pads', 'c++'], ['c++']],
  ['?', ['pads'], []],
  ['ΟΣ', ['Όσλο'], ['Όσλο']],
  // https://github.com/wizpizz/OnePlusPlusLauncher/issues/3
  ['gooogle', ['google'], ['google']],
  ["g'mai'l", ['gmail'], ['gmail']],
  // The exact name, and then what begins like that.
  ['paint', ['paint.net', 'Paint'], ['Paint', 'paint.net']], // https://github.com/Wox-launcher/Wox/issues/136
  ['sti', ['System information', 'Sticky notes'], ['Sticky notes']], // https://github.com/Wox-launcher/Wox/issues/3154
  ['cale', ['Clear all', 'Proton Calendar'], ['Proton Calendar']], // https://github.com/Neamar/KISS/issues/2064
  ['fire', ['Files', 'Firefox', 'Font viewer'], ['Firefox']], // https://github.com/Ulauncher/Ulauncher/issues/232
  ['idea', ['In a window of the editor', 'IntelliJ IDEA'], ['IntelliJ IDEA']], // https://github.com/zortax/zlaunch/issues/25
  ['photoshop', ['Adjust display brightness, volume, power options and others'], []], // https://github.com/Wox-launcher/Wox/issues/1845
  // Where it leads, last.
  [
    'loomio',
    [{ name: 'votes', besides: 'loomio.example' }, 'loomio-help'],
    ['loomio-help', 'votes'],
  ],
  // Nothing typed: all of them.
  ['', ['b', 'a'], ['b', 'a']],
  ['  ', ['b', 'a'], ['b', 'a']],
  // Other scripts.
  ['休眠', ['使電腦休眠'], ['使電腦休眠']], // https://github.com/microsoft/PowerToys/issues/48617
])('%j in %j', (typed, given, expected) => {
  expect(find(typed, given)).toEqual(expected);
});

const issue = { name: 'issue', takesArgument: true } as const;

test.each<[string, Given, readonly string[]]>([
  ['issue 282', [issue, 'issues'], ['issue(282)']],
  ['issue/282', [issue], ['issue(282)']],
  ['ISS 282', [issue], ['issue(282)']],
  ['issue', [issue, 'issues'], ['issue', 'issues']],
  ['issue ', [issue], ['issue']],
  ['issue tracker', [issue, 'issue-tracker'], ['issue-tracker', 'issue(tracker)']],
  ['calls 282', ['calls', issue], []],
  // A slip in the name, as without an argument.
  ['isseu 282', [issue, 'issues'], ['issue(282)']],
  ['isue/282', [issue], ['issue(282)']],
  ['isx 282', [issue], []],
  ['issue　#282', [issue], ['issue(#282)']],
])('an argument: %j', (typed, given, expected) => {
  expect(find(typed, given)).toEqual(expected);
});

const picked = (id: string, typed: string, daysAgo = 0, picks: readonly Pick[] = []) =>
  withPick(picks, { id, typed }, nowUtcMs - daysAgo * dayMs);

test('what was picked for these letters comes first', () => {
  const picks = picked('wg-template', 'tem');
  for (const typed of ['t', 'te', 'tem', 'TÉ'])
    expect(find(typed, hypha, picks)[0]).toBe('wg-template');
  expect(find('temp', hypha, picks)).toEqual(['template', 'wg-template']);
  expect(find('template', hypha, picks)[0]).toBe('template');
});

test('letters that were not typed for 90 days are forgotten', () => {
  const picks = picked('wg-template', 'tem', 91);
  expect(find('tem', hypha, picks)[0]).toBe('template');
  expect(find('tem', hypha, picked('wg-template', 'tem', 89))[0]).toBe('wg-template');
});

test('of what matches alike, the one picked more lately', () => {
  const given = ['alpha-1', 'alpha-2', 'alpha-3'];
  const picks = picked('alpha-3', '', 1, picked('alpha-2', '', 30, picked('alpha-2', '', 60)));
  expect(find('al', given, picks)).toEqual(['alpha-3', 'alpha-2', 'alpha-1']);
  expect(find('', given, picks)).toEqual(['alpha-3', 'alpha-2', 'alpha-1']);
});

test('a pick counts half after 28 days, and one of the future like one of now', () => {
  const [pick] = picked('a', '');
  expect(pick && scoreOf(pick, nowUtcMs)).toBe(1);
  expect(pick && scoreOf(pick, nowUtcMs + 28 * dayMs)).toBe(0.5);
  expect(pick && scoreOf(pick, nowUtcMs - 28 * dayMs)).toBe(1);
});

test('only so many picks are kept', () => {
  let picks: readonly Pick[] = [];
  for (let at = 0; at < pickLimit + 10; at += 1) picks = picked(`l${at}`, `t${at}`, 0, picks);
  expect(picks).toHaveLength(pickLimit);
  for (let at = 0; at < 20; at += 1) picks = picked('one', `t${at}`, 0, picks);
  expect(picks[0]?.usesUtcMs).toHaveLength(10);
  expect(picks[0]?.typed).toHaveLength(10);
});

test('every name is found by itself and by its beginning', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,8}(-[a-zé]{1,8})?$/), {
    minLength: 1,
    maxLength: 15,
    selector: (name) => name.normalize('NFKD').replaceAll(/[^a-z]/g, ''),
  });
  fc.assert(
    fc.property(names, fc.nat(), (all, which) => {
      const name = all[which % all.length] ?? '';
      expect(find(name, all)[0]).toBe(name);
      expect(find(name.slice(0, Math.ceil(name.length / 2)), all)).toContain(name);
    }),
    { seed: 17, numRuns: 500 },
  );
});

test('any typed text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      expect(find(typed, [...hypha, issue]).length).toBeLessThanOrEqual(20);
    }),
    { seed: 17, numRuns: 500 },
  );
});
