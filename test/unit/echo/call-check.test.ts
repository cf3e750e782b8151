import { describe, expect, test } from 'vitest';
import type { CallCheck } from '../../../shared/echo/call-check.ts';
import { callAdviceOf } from '../../../shared/echo/call-check.ts';
import { soundStates } from '../../../shared/echo/local-checks.ts';

const good = { quality: 'good', blame: 'nobody' } as const;
const slow = { quality: 'poor', blame: 'server' } as const;
const refused = { blame: 'cannot-tell' } as const;

describe('one verdict', () => {
  test.each<[CallCheck['microphone'], CallCheck['speaker'], CallCheck['echo'], string]>([
    ['ok', 'ok', good, 'ready'],
    ['ok', 'ok', { quality: 'excellent', blame: 'nobody' }, 'ready'],
    ['ok', undefined, good, 'ready-unchecked'],
    [undefined, 'ok', good, 'ready-unchecked'],
    [undefined, undefined, good, 'ready-unchecked'],
    ['low', 'ok', good, 'ready-quiet'],
    ['low', undefined, good, 'ready-quiet'],
    ['clipping', 'ok', good, 'microphone-clipping'],
    ['clipping', 'ok', slow, 'echo'],
    ['silent', 'ok', good, 'microphone-silent'],
    ['silent', 'not-heard', slow, 'microphone-silent'],
    ['refused', 'ok', good, 'microphone-refused'],
    ['refused', 'not-heard', slow, 'microphone-refused'],
    ['none', 'ok', good, 'microphone-none'],
    ['ok', 'not-heard', good, 'speaker'],
    ['ok', 'not-heard', slow, 'speaker'],
    ['low', 'not-heard', good, 'speaker'],
    [undefined, 'not-heard', good, 'speaker'],
    ['ok', 'ok', slow, 'echo'],
    [undefined, undefined, slow, 'echo'],
    ['low', 'ok', slow, 'echo'],
    ['ok', 'ok', { quality: 'fair', blame: 'cannot-tell' }, 'echo'],
    ['ok', 'ok', { quality: 'failed', blame: 'you' }, 'echo'],
    ['ok', 'ok', refused, 'unknown'],
    [undefined, undefined, refused, 'unknown'],
    ['silent', 'ok', refused, 'microphone-silent'],
  ])('microphone %s, speaker %s, echo %j: %s', (microphone, speaker, echo, expected) => {
    expect(callAdviceOf({ microphone, speaker, echo })).toBe(expected);
  });

  test('a call is never called ready beside something that was not good', () => {
    const microphones = soundStates.filter((one) => one !== 'not-heard');
    for (const microphone of [...microphones, undefined]) {
      for (const speaker of ['ok', 'not-heard', undefined] as const) {
        for (const echo of [good, slow, refused] as const) {
          if (!callAdviceOf({ microphone, speaker, echo }).startsWith('ready')) continue;
          expect(['ok', 'low', undefined]).toContain(microphone);
          expect(speaker).not.toBe('not-heard');
          expect(echo).toBe(good);
        }
      }
    }
  });
});
