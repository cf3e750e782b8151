/** Who is on it is said once: the newest note first, and the same words never twice. */
import { expect, test } from 'vitest';
import type { Acknowledgement } from '../../../shared/triage/mutes.ts';
import { notesOf } from '../../../shared/triage/notes.ts';
import type { SeenBy } from '../../../shared/triage/sharing.ts';

const own = (reason: string, sinceUtcMs: number): Acknowledgement => ({ reason, sinceUtcMs });
const says = (by: string, note: string, atUtcMs: number): SeenBy => ({ by, note, atUtcMs });

test.each<[string, Acknowledgement | undefined, SeenBy[] | undefined, readonly string[]]>([
  ['nobody', undefined, undefined, []],
  ['the member alone', own('El is on it', 1), undefined, ['I: El is on it']],
  ['another alone', undefined, [says('sam', 'Disk', 1)], ['sam: Disk']],
  [
    'another, after the member',
    own('El is on it', 1),
    [says('sam', 'El is restarting it', 2)],
    ['sam: El is restarting it', 'I: El is on it'],
  ],
  [
    'the member, after another',
    own('El is on it', 3),
    [says('sam', 'El is restarting it', 2)],
    ['I: El is on it', 'sam: El is restarting it'],
  ],
  [
    'both in the same words',
    own('El is on it.', 1),
    [says('sam', 'el is on it', 2)],
    ['sam: el is on it'],
  ],
  [
    'several, of whom two say the same',
    undefined,
    [says('kim', 'Disk', 3), says('sam', 'Réseau', 2), says('ana', 'disk', 1)],
    ['kim: Disk', 'sam: Réseau'],
  ],
  // Nothing is said, but by two.
  [
    'two without words',
    undefined,
    [says('kim', '👀', 2), says('sam', '👍', 1)],
    ['kim: 👀', 'sam: 👍'],
  ],
])('%s', (_who, acknowledged, seenBy, said) => {
  const notes = notesOf({ acknowledged, seenBy });
  expect(notes.map(({ by = 'I', text }) => `${by}: ${text}`)).toEqual(said);
});
