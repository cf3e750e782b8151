import { describe, expect, test } from 'vitest';
import type { Explanation, HeldChanges } from '../../../shared/status/suppression.ts';
import { comebackMs, nothingHeld, sift } from '../../../shared/status/suppression.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';

const work: Explanation = { kind: 'maintenance' };
const host: Explanation = { kind: 'parent', cause: { id: 'host', name: 'Host' } };

/** One moment: what explains the service, its verdict, and when that was observed; a change if it just happened. */
type Step = Readonly<{
  atMs: number;
  why?: Explanation;
  verdict: Verdict;
  seenMs?: number;
  turn?: boolean;
  pending?: 'better';
}>;

/** Plays the moments of one service and records what is notified: when, which verdict, with a cause or alone. */
function play(steps: readonly Step[]): string[] {
  let held: HeldChanges = nothingHeld;
  let before: Verdict = 'up';
  const told: string[] = [];
  for (const { atMs, why, verdict, seenMs = atMs, turn = false, pending } of steps) {
    const change: Change = { serviceId: 'chat', name: 'Chat', from: before, to: verdict };
    const record: ServiceRecord = {
      verdict,
      sinceUtcMs: 0,
      asOfUtcMs: seenMs,
      ...(pending ? { pending: { direction: pending, count: 1, sinceUtcMs: atMs } } : {}),
    };
    const world = { explanationOf: () => why, recordOf: () => record };
    const sifted = sift(held, turn ? [change] : [], world, atMs);
    held = sifted.held;
    before = verdict;
    told.push(
      ...sifted.changes.map((one) => `${atMs} ${one.to}${one.cause ? ` by ${one.cause.id}` : ''}`),
    );
  }
  return told;
}

const down = { verdict: 'down' } as const;
const up = { verdict: 'up' } as const;

describe('what is told', () => {
  test.each<[string, readonly Step[], string[]]>([
    ['trouble of its own at once', [{ ...down, atMs: 1, turn: true }], ['1 down']],
    [
      'trouble by a parent with its cause',
      [{ ...down, atMs: 1, turn: true, why: host }],
      ['1 down by host'],
    ],
    ['nothing during planned work', [{ ...down, atMs: 1, turn: true, why: work }], []],
    [
      'nothing of what came and went during planned work',
      [
        { ...down, atMs: 1, turn: true, why: work },
        { ...up, atMs: 2, turn: true, why: work },
        { ...up, atMs: 3 },
      ],
      [],
    ],
    [
      'the recovery, during planned work, of what was told before it',
      [
        { ...down, atMs: 1, turn: true },
        { ...up, atMs: 2, turn: true, why: work },
      ],
      ['1 down', '2 up'],
    ],
    [
      'what is still down after planned work, at the first check that says so',
      [
        { ...down, atMs: 1, turn: true, why: work },
        { ...down, atMs: 10, seenMs: 8 },
        { ...down, atMs: 11, seenMs: 8 },
        { ...down, atMs: 12 },
        { ...down, atMs: 13 },
      ],
      ['12 down'],
    ],
    [
      'not what is on its way back as the work ends',
      [
        { ...down, atMs: 1, turn: true, why: work },
        { ...down, atMs: 10, seenMs: 8 },
        { ...down, atMs: 11, pending: 'better' },
        { ...up, atMs: 12, turn: true },
      ],
      [],
    ],
    [
      'a parent that is still down as the work ends, as the cause',
      [
        { ...down, atMs: 1, turn: true, why: work },
        { ...down, atMs: 10, why: host },
        { ...down, atMs: 11, why: host },
      ],
      ['10 down by host'],
    ],
    [
      'the way back with its cause',
      [
        { ...down, atMs: 1, turn: true, why: host },
        { ...up, atMs: 2, turn: true },
      ],
      ['1 down by host', '2 up by host'],
    ],
    [
      'what outlasts its parent, a minute later',
      [
        { ...down, atMs: 1, turn: true, why: host },
        { ...down, atMs: 10 },
        { ...down, atMs: 9 + comebackMs },
        { ...down, atMs: 10 + comebackMs },
      ],
      ['1 down by host', `${10 + comebackMs} down`],
    ],
    [
      'nothing more when the parent falls again meanwhile',
      [
        { ...down, atMs: 1, turn: true, why: host },
        { ...down, atMs: 10 },
        { ...down, atMs: 20, why: host },
        { ...down, atMs: 10 + comebackMs, why: host },
      ],
      ['1 down by host'],
    ],
    [
      'slowness that turns into a fall, once',
      [
        { verdict: 'degraded', atMs: 1, turn: true, why: work },
        { ...down, atMs: 2, turn: true, why: work },
        { ...down, atMs: 10 },
        { ...down, atMs: 11 },
      ],
      ['11 down'],
    ],
  ])('%s', (_what, steps, told) => {
    expect(play(steps)).toEqual(told);
  });
});
