/** A test ends as soon as its verdict is certain. */
import { describe, expect, test } from 'vitest';
import type { Answer, StageOptions } from './stage.ts';
import { spread, stage, wellBehaved } from './stage.ts';

describe('a verdict that is certain', () => {
  const certain =
    (settled: string, fromMs: number): Answer =>
    (ms, stopped) => {
      const said = wellBehaved(ms, stopped) as object;
      return ms < fromMs || stopped ? said : { ...said, settled };
    };
  const busy = (processor: number) => ({
    mySide: {
      watch: () => ({ soFar: () => ({ processor }), stop: async () => ({ processor }) }),
    },
  });

  test.each<[string, string, StageOptions]>([
    ['on nobody', 'nobody', busy(0.9)],
    ['on the network', 'network', {}],
    ['that nobody can tell', 'cannot-tell', busy(0.9)],
  ])('%s ends the test', async (_what, settled, options) => {
    const { start, finish, log } = stage({ ...options, answer: certain(settled, 9000) });
    await start('a');
    const result = await finish();
    expect(result?.failure).toBeUndefined();
    expect(result?.measurement).toMatchObject({ roundTripMs: spread, endedEarly: true });
    expect(result?.durationMs).toBeLessThan(11_000);
    expect(log).toEqual(['join', 'open a.example', 'leave', 'close']);
  });

  test('on the network does not, while the machine may be to blame', async () => {
    const { start, finish } = stage({ ...busy(0.9), answer: certain('network', 9000) });
    await start('a');
    const result = await finish();
    expect(result?.measurement.endedEarly).toBeUndefined();
    expect(result?.durationMs).toBeGreaterThan(20_000);
  });

  test('is not asked for in a comparison', async () => {
    const begun: string[] = [];
    const { start, clock } = stage({ onCode: (code) => begun.push(code) });
    await start('a');
    await clock.pass(31_000);
    await start('a', 'b');
    await clock.pass(31_000);
    const looks = begun.flatMap((code) => /"looks":(true|false)/.exec(code)?.[1] ?? []);
    expect(looks.slice(0, 2)).toEqual(['true', 'false']);
  });
});
