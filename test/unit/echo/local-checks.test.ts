import { describe, expect, test } from 'vitest';
import type { GatewayAnswer, LocalChecksDeps } from '../../../main/features/echo/local-checks.ts';
import { createMySide } from '../../../main/features/echo/local-checks.ts';
import { fakeClock } from '../clock.ts';

function scene(answers?: readonly GatewayAnswer[]) {
  const clock = fakeClock();
  const times = { busy: 1000, idle: 9000 };
  const left = [...(answers ?? [])];
  const parts: LocalChecksDeps = {
    clock,
    processors: () => ({ ...times }),
    findGateway: async () => (answers ? async () => left.shift() ?? 'silent' : undefined),
  };
  return { clock, times, side: createMySide(parts).watch() };
}

const ms = (answeredMs: number) => ({ answeredMs });

describe('my own side', () => {
  test('is the processors’ share of the test alone', async () => {
    const { clock, times, side } = scene();
    await clock.pass(1000);
    times.busy += 300;
    times.idle += 700;
    expect(await side.stop()).toMatchObject({ processor: 0.3 });
  });

  test('says nothing of processors whose counters stand still', async () => {
    const { clock, side } = scene();
    await clock.pass(1000);
    expect(await side.stop()).not.toHaveProperty('processor');
  });

  test('has the spread of the gateway’s answers and the share without one', async () => {
    const { clock, side } = scene([ms(2), 'silent', ms(4), ms(3), ms(40)]);
    await clock.pass(4500);
    expect(await side.stop()).toMatchObject({
      gatewayMs: { count: 4, min: 2, median: 3, max: 40 },
      gatewayLost: 0.2,
    });
  });

  test.each([
    ['a gateway that is unknown', undefined],
    ['one that answers nothing', ['silent', 'silent', 'silent', 'silent', 'silent', 'silent']],
  ] as const)('does not measure %s', async (_name, answers) => {
    const { clock, side } = scene(answers);
    await clock.pass(6000);
    const found = await side.stop();
    expect(found).not.toHaveProperty('gatewayMs');
    expect(found).not.toHaveProperty('gatewayLost');
  });

  test('does not call a loss what is one silence among few', async () => {
    const { clock, side } = scene([ms(2), 'silent', ms(3)]);
    await clock.pass(2500);
    const found = await side.stop();
    expect(found).toHaveProperty('gatewayMs');
    expect(found).not.toHaveProperty('gatewayLost');
  });

  test('has no stall while timers are on time, and none at all if it was too short', async () => {
    const long = scene();
    await long.clock.pass(1000);
    expect(await long.side.stop()).toMatchObject({ stallMs: 0 });
    expect(await scene().side.stop()).not.toHaveProperty('stallMs');
  });

  test('leaves no timer behind', async () => {
    const { clock, side } = scene([ms(2)]);
    await clock.pass(500);
    expect(clock.timers()).toBeGreaterThan(0);
    await side.stop();
    expect(clock.timers()).toBe(0);
  });
});
