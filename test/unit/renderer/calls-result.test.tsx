/** The result of an echo test, rendered without a window: the answer first, and every missing figure said so. */
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/echo/state.ts';
import { ResultView } from '../../../renderer/pages/calls/ResultView.tsx';
import { draw } from './draw.tsx';
import { measured, result } from '../../fixtures/echo-results.ts';

const nothing = () => {};
const heading = { current: null };

describe('a result', () => {
  const page = (one: Result) =>
    draw(<ResultView result={one} heading={heading} onAgain={undefined} onClose={nothing} />);
  const plain = (one: Result) => page(one).replaceAll(/<[^>]*>/g, ' ');

  test('says first whose the trouble is, then the number that decides', () => {
    const text = page(result('a'));
    expect(text).toMatch(/<h1[^>]*>It’s the server<\/h1>/);
    expect(text).toContain('It adds 413 ms');
    expect(text.match(/Problem here/g)).toHaveLength(1);
  });

  test('names the server, the quality and the score', () => {
    expect(plain(result('a'))).toMatch(/Our server\s+· poor · Estimated sound quality: 2.9 of 4.5/);
  });

  test('shares the echo out among me, the network and the server', () => {
    expect(plain(result('a'))).toMatch(/You\s+70 ms\s+Network\s+48 ms\s+Server\s+413 ms/);
    expect(plain(result('a'))).toContain('Your voice takes 531 ms to come back:');
  });

  test('writes what was not measured in words, never as 0', () => {
    const { echo: _echo, ...rest } = measured;
    const text = page(
      result('a', { measurement: rest, verdict: { quality: 'fair', blame: 'cannot-tell' } }),
    );
    expect(text).toContain('The echo wasn’t measured');
    expect(text).not.toMatch(/>0 ms/);
    expect(text).not.toContain('Problem here');
  });

  test('with a part missing draws no bar that would seem whole', () => {
    const verdict = { quality: 'fair', blame: 'cannot-tell' } as const;
    expect(plain(result('a', { verdict }))).toContain('Not all of its parts were measured.');
    expect(page(result('a', { verdict }))).not.toContain('--share');
    expect(page(result('a'))).toContain('--share');
  });

  test('that failed says what to do, and draws no empty picture', () => {
    const text = page(
      result('a', {
        measurement: { samples: [] },
        failure: { code: 'access-code-required', step: 'find', params: {} },
        verdict: { blame: 'cannot-tell', decidedBy: { figure: 'failure' } },
      }),
    );
    expect(text).toMatch(/<h1[^>]*>The server wasn’t tested<\/h1>/);
    expect(text).toContain('access code');
    expect(text).not.toContain('Where the time goes');
  });

  test('of somebody else cannot be tested again', () => {
    expect(page(result('a', { taken: true }))).not.toContain('Test again');
  });

  const fine = { quality: 'good', blame: 'nobody' } as const;
  test.each<[string, Result['mySide'], Result['verdict'], string, string]>([
    [
      'all is well',
      { microphone: 'ok', speaker: 'ok' },
      fine,
      'You’re ready for calls',
      'are fine',
    ],
    ['the speaker was skipped', { microphone: 'ok' }, fine, 'The server is ready for calls', ''],
    [
      'nothing was heard, whatever the server does',
      { microphone: 'silent', speaker: 'ok' },
      result('a').verdict,
      'Your microphone is silent',
      'It’s the server. It adds 413 ms',
    ],
    [
      'no microphone is there, though all else is fine',
      { microphone: 'none', speaker: 'ok' },
      fine,
      'No microphone found',
      'The network and the server are fine.',
    ],
    [
      'the tone was not heard',
      { microphone: 'ok', speaker: 'not-heard' },
      fine,
      'You didn’t hear the tone',
      'Check the volume',
    ],
    [
      'only the server is bad',
      { microphone: 'ok', speaker: 'ok' },
      result('a').verdict,
      'It’s the server',
      '',
    ],
  ])('of a check before a call says what to do if %s', (_what, mySide, verdict, title, more) => {
    const text = plain(result('a', { mySide, verdict }));
    expect(text).toMatch(new RegExp(`All servers\\s+${title}\\s`));
    expect(text).toContain(more);
  });
});
