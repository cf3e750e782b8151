/** When a notification about services has nothing more to say. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/observation/observation.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { isRetold } from '../../../shared/standing.ts';
import { standingOf } from '../../../shared/status/standing.ts';

/** `calls-` went down, `calls+` came back, `calls~` is degraded. */
function changes(text: string): readonly Change[] {
  const ways = { '-': ['up', 'down'], '+': ['down', 'up'], '~': ['up', 'degraded'] } as const;
  return text.split(' ').flatMap((word) => {
    const [from, to] = ways[word.at(-1) as keyof typeof ways];
    const name = word.slice(0, -1);
    return [{ serviceId: name, name, from, to }];
  });
}

const nobody = () => undefined;

describe('told anew', () => {
  test.each([
    ['calls-', 'calls+', true],
    ['calls~', 'calls-', true],
    ['calls-', 'pads-', false],
    ['calls-', 'calls- pads-', true],
    ['calls- pads-', 'calls+', false],
    ['calls- pads-', 'pads+ calls+', true],
    // As seen with dunst: of three that changed, the only one that was down went down again.
    ['calls- chat+ pads+', 'calls-', true],
    ['calls- chat+', 'chat-', false],
    ['calls+', 'calls-', true],
    ['calls+ pads+', 'calls-', false],
  ])('%s, then %s: %s', (before, after, expected) => {
    const [first, second] = [before, after].map((text) => standingOf(changes(text), nobody));
    expect(first && second && isRetold(first, second)).toBe(expected);
  });

  test('what is about no service is never told anew by one', () => {
    expect(isRetold(standingOf([], nobody), standingOf(changes('calls-'), nobody))).toBe(false);
  });
});

describe('over', () => {
  const mark = { untilUtcMs: 1 } as never;
  type Row = readonly [what: string, view: object | undefined, over: boolean];
  const ofVerdict = (verdict: Verdict, over: boolean): Row => [verdict, { verdict }, over];
  test.each<Row>([
    ofVerdict('up', true),
    ofVerdict('maintenance', true),
    ofVerdict('retired', true),
    ofVerdict('no-access', true),
    ofVerdict('down', false),
    ofVerdict('degraded', false),
    ofVerdict('unknown', false),
    ['muted', { verdict: 'down', muted: mark }, true],
    ['known', { verdict: 'down', acknowledged: mark }, true],
    ['gone from the document', undefined, true],
  ])('a service that is %s', (_what, view, expected) => {
    const viewOf = () => view as { verdict: Verdict } | undefined;
    expect(standingOf(changes('calls-'), viewOf).isOver()).toBe(expected);
  });

  test('of several, all have to be', () => {
    const verdicts: Record<string, Verdict> = { calls: 'up', pads: 'down' };
    const both = standingOf(changes('calls- pads-'), (id) => {
      const verdict = verdicts[id];
      return verdict && { verdict };
    });
    expect(both.isOver()).toBe(false);
    verdicts['pads'] = 'up';
    expect(both.isOver()).toBe(true);
  });

  test('good news stays until the desktop takes it away', () => {
    expect(standingOf(changes('calls+'), nobody).isOver()).toBe(false);
  });
});
