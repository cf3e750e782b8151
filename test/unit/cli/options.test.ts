import { describe, expect, test } from 'vitest';
import { parseStatusOptions, terminalLanguage, wantsColour } from '../../../main/cli/options.ts';
import { commandOf } from '../../../main/flags.ts';

describe('the word “status”', () => {
  test.each([
    [['coop-tray', 'status', '--json'], ['--json']],
    [['coop-tray', '--user-data-dir=/x', '--no-sandbox', 'status'], []],
    [['coop-tray'], undefined],
    [['coop-tray', '--show'], undefined],
    [['status'], undefined],
  ])('in %j', (argv, words) => {
    expect(commandOf(argv)).toEqual(words && { name: 'status', words });
  });
});

test('the words of the other commands are theirs', () => {
  const words = ['lint', 'backups.json'];
  for (const name of ['backups', 'check'] as const) {
    expect(commandOf(['coop-tray', '--no-sandbox', name, ...words])).toEqual({ name, words });
  }
});

describe('the options', () => {
  test('have defaults', () => {
    expect(parseStatusOptions([])).toEqual({
      json: false,
      help: false,
      services: [],
      timeoutMs: 35_000,
    });
  });

  test('are read', () => {
    expect(
      parseStatusOptions(['calls', '--json', '--coop=maple.coop', '--lang', 'fr', '--timeout=1.5']),
    ).toEqual({
      json: true,
      help: false,
      services: ['calls'],
      coop: 'maple.coop',
      lang: 'fr',
      timeoutMs: 1500,
    });
  });

  test.each(['--jsn', '--timeout=soon', '--timeout=0', '--timeout=-1', '--timeout=1e9'])(
    '%s is refused',
    (word) => {
      expect(parseStatusOptions([word])).toBeUndefined();
    },
  );
});

test.each([
  [{ LC_ALL: 'fr_CA.UTF-8', LANG: 'en_CA.UTF-8' }, 'fr_CA.UTF-8'],
  [{ LC_ALL: '', LC_MESSAGES: 'fr', LANG: 'C' }, 'fr'],
  [{ LANG: 'fr_FR' }, 'fr_FR'],
  // As the window does: a language without a catalogue is passed over.
  [{ LANGUAGE: 'de:fr:en', LANG: 'de_CA.UTF-8' }, 'fr-CA'],
  [{ LANGUAGE: 'en_GB:fr', LANG: 'fr_CA.UTF-8' }, 'en-GB'],
  [{ LANGUAGE: 'de', LANG: 'fr_BE' }, 'fr_BE'],
  [{}, 'en'],
  // ruby-gettext/locale 6, trizen 155: a script that asks for C gets English on a French desktop too, as from glibc.
  [{ LC_ALL: 'C', LANGUAGE: 'fr:en', LANG: 'fr_CA.UTF-8' }, 'en'],
  [{ LC_ALL: 'POSIX', LANGUAGE: 'fr' }, 'en'],
  [{ LC_MESSAGES: 'C', LANG: 'fr_CA.UTF-8', LANGUAGE: 'fr' }, 'en'],
  [{ LANGUAGE: 'fr' }, 'en'],
  [{ LANG: 'C.UTF-8', LANGUAGE: 'fr' }, 'fr-CA'],
])('the language of %j is %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language);
});

test.each([
  [true, {}, true],
  [true, { TERM: 'xterm-256color' }, true],
  [false, { TERM: 'xterm-256color' }, false],
  [true, { NO_COLOR: '1' }, false],
  // no-color.org: set to nothing, it says nothing.
  [true, { NO_COLOR: '' }, true],
  // clap 847, the_silver_searcher 1332: Emacs' shell is a terminal that shows escapes as text.
  [true, { TERM: 'dumb' }, false],
])('on a terminal: %s, with %j, colours: %s', (isTerminal, env, colours) => {
  expect(wantsColour({ isTerminal, env })).toBe(colours);
});
