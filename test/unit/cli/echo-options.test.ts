import { describe, expect, test } from 'vitest';
import { echoOptionsOf, exitCodeOf, parseEcho } from '../../../main/cli/echo-options.ts';
import { commandOf } from '../../../main/flags.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { Quality } from '../../../shared/echo/verdict-view.ts';

const usual = { json: false, withSecret: false, name: '', place: '' };

describe('the word “echo” and what follows', () => {
  test('is a command', () => {
    expect(commandOf(['coop-tray', '--ozone-platform=headless', 'echo', 'ours', '--json'])).toEqual(
      {
        name: 'echo',
        words: ['ours', '--json'],
      },
    );
  });

  test.each<[string[], object | undefined]>([
    [['ours'], { ...usual, instance: 'ours' }],
    [
      [
        '--json',
        'ours',
        '--with-secret',
        '--name=Yasu',
        '--place',
        'Osaka',
        '--coop=a.coop',
        '--lang=fr',
      ],
      {
        instance: 'ours',
        json: true,
        withSecret: true,
        name: 'Yasu',
        place: 'Osaka',
        coop: 'a.coop',
      },
    ],
    [[], undefined],
    [['a', 'b'], undefined],
    [['--jsn', 'a'], undefined],
    [['--help'], undefined],
    [['a', `--place=${'x'.repeat(81)}`], undefined],
    [['a', `--name=${'x'.repeat(41)}`], undefined],
  ])('%j', (words, options) => {
    const parsed = parseEcho(words);
    expect(parsed && echoOptionsOf(parsed)).toEqual(options);
  });
});

test.each<[Quality | undefined, number]>([
  ['excellent', 0],
  ['good', 0],
  ['fair', 1],
  ['poor', 1],
  [undefined, 1],
  ['failed', 2],
])('a result that is %s has its exit code', (quality, code) => {
  const verdict = quality ? { quality, blame: 'nobody' } : { blame: 'cannot-tell' };
  expect(exitCodeOf({ verdict } as Result)).toBe(code);
});
