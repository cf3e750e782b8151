/** The echo test's page, rendered without a window: missing measurements are stated everywhere. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/echo/compare.ts';
import type { Measurement } from '../../../shared/echo/measurement.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { EchoState, Result, RunView } from '../../../shared/echo/state.ts';
import { Choose } from '../../../renderer/pages/calls/Choose.tsx';
import { Comparison } from '../../../renderer/pages/calls/Comparison.tsx';
import { EchoHistory } from '../../../renderer/pages/calls/EchoHistory.tsx';
import { Plot, roundUp } from '../../../renderer/components/Plot.tsx';
import { ResultView } from '../../../renderer/pages/calls/ResultView.tsx';
import { Running, announcement } from '../../../renderer/pages/calls/Running.tsx';
import { runsOf } from '../../../renderer/pages/calls/runs.ts';
import { draw, wordsIn } from './draw.tsx';

const nothing = () => {};

function spread(ms: number) {
  const found = spreadOf([ms - 4, ms, ms + 4]);
  if (!found) throw new Error('three readings have a spread');
  return found;
}

const measured: Measurement = {
  http: { via: 'rtt-check', roundTripMs: spread(52) },
  roundTripMs: spread(48),
  lossUp: { expected: 1000, lost: 4, share: 0.004 },
  echo: { sent: 40, returned: 39, ms: spread(531), bufferMs: 50 },
  samples: [],
};
const result = (id: string, change: Partial<Result> = {}): Result => ({
  id,
  instance: { id: 'ours', name: 'Our server' },
  host: 'bbb.example',
  atUtcMs: Date.UTC(2026, 10, 24),
  timeZone: 'Asia/Tokyo',
  durationMs: 38_000,
  app: '1',
  system: 'x',
  measurement: measured,
  verdict: {
    quality: 'poor',
    mos: 2.9,
    serverMs: 413,
    blame: 'server',
    decidedBy: { figure: 'echo-share', value: 413, limit: 125 },
  },
  ...change,
});

describe('a result', () => {
  const page = (one: Result) =>
    draw(<ResultView result={one} onAgain={undefined} onClose={nothing} />);

  test('says whose the trouble is, with the number that decides', () => {
    const text = page(result('a'));
    expect(text).toContain('It’s the server: it adds 413 ms');
    expect(text.match(/Problem here/g)).toHaveLength(1);
    expect(text).toContain('data-cause="poor"');
  });

  test('shares the echo out among me, the network and the server', () => {
    const text = page(result('a')).replaceAll(/<[^>]*>/g, ' ');
    expect(text).toMatch(/You\s+70 ms\s+Network\s+48 ms\s+Server\s+413 ms/);
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

  test('that failed says what to do, and draws no empty picture', () => {
    const text = page(
      result('a', {
        measurement: { samples: [] },
        failure: { code: 'access-code-required', step: 'find', params: {} },
        verdict: { blame: 'cannot-tell' },
      }),
    );
    expect(text).toContain('Enter it and test again.');
    expect(text).not.toContain('Where the time goes');
  });

  test('of somebody else cannot be tested again', () => {
    expect(page(result('a'))).not.toContain('Test again');
  });
});

describe('a comparison', () => {
  const far = { instance: { id: 'far', name: 'Far away' }, host: 'far.example' };
  const results = [
    result('a1'),
    result('a2', { atUtcMs: 1 }),
    result('b1', far),
    result('b2', { ...far, host: undefined }),
    result('c1', { place: 'Osaka' }),
  ];

  test('gives every test to the row of its server and its place', () => {
    const rows = compare(results).flatMap((one) =>
      one.rows.map((row) => runsOf(row, one, results).map(({ id }) => id)),
    );
    expect(rows).toEqual([['a2', 'a1'], ['b1', 'b2'], ['c1']]);
  });

  test('tells the ear what the dots show', () => {
    const text = draw(<Comparison results={results} onAgain={undefined} onClose={nothing} />);
    expect(text).toContain('Our server: 531 ms, from 527 ms to 535 ms');
  });
});

describe('the history', () => {
  test('tells one’s own tests from those of a report', () => {
    const text = draw(
      <EchoHistory results={[result('a'), result('b', { taken: true })]} onShow={nothing} />,
    );
    expect(text.match(/imported/g)).toHaveLength(1);
  });
});

const state = (change: Partial<EchoState>): EchoState => ({
  instances: [],
  results: [],
  settings: { guestName: 'Guest', place: '' },
  ...change,
});
const instance = (id: string) => ({
  id,
  name: id,
  host: `${id}.example`,
  hasRoom: true,
  own: false,
});

describe('the choice', () => {
  const page = (one: EchoState, chosen: readonly string[]) =>
    draw(<Choose state={one} chosen={chosen} onChoose={nothing} onStart={nothing} />);
  const three = state({ instances: ['one', 'two', 'three'].map(instance) });

  test.each([
    [[], 'Select a server first'],
    [['one'], 'Test one'],
    [['one', 'two'], 'Compare 2 servers'],
    [['one', 'gone'], 'Test one'],
  ])('of %j offers: %s', (chosen, button) => {
    expect(page(three, chosen)).toContain(button);
  });

  test('asks for an access code only after a room has asked', () => {
    const refused = result('a', {
      instance: { id: 'one', name: 'one' },
      failure: { code: 'access-code-wrong', step: 'join', params: {} },
    });
    expect(page(three, ['one'])).not.toContain('Access code');
    expect(page({ ...three, results: [refused] }, ['one'])).toContain('Access code');
    expect(page({ ...three, results: [refused] }, ['two'])).not.toContain('Access code');
  });

  test('says which server a shared secret is for', () => {
    const one = { ...instance('one'), api: 'https://\u0430.example/bbb' };
    expect(page(state({ instances: [one] }), [])).toContain(
      'sent to https://xn--80a.example/bbb and nowhere else',
    );
  });

  test('without a server explains how to get one', () => {
    expect(page(state({}), [])).toContain('Paste a room link below');
  });
});

describe('a run', () => {
  const run = (seconds: number, change: Partial<RunView> = {}): RunView => ({
    instance: { id: 'one', name: 'One' },
    step: 'measure',
    startedAtUtcMs: 0,
    measureS: 20,
    samples: Array.from({ length: seconds }, (_, at) => ({ atS: at + 1, roundTripMs: 40 })),
    ...change,
  });

  test('is announced a handful of times, however often it is drawn', () => {
    const told = new Set(
      Array.from({ length: 20 }, (_, seconds) => announcement(wordsIn('en'), run(seconds))),
    );
    expect([...told]).toEqual(['One: Listen for the echo', 'Halfway through measuring.']);
  });

  const second = (atS: number, figures: object = {}) => ({ atS, ...figures });
  test.each<readonly [string, RunView['samples'], string]>([
    ['nothing yet', [], 'First reading in one second.'],
    [
      'one figure, and others not measured yet',
      [second(0, { roundTripMs: 40 })],
      'echo not measured yet, round trip 40 ms, loss not measured yet',
    ],
    [
      'what was measured last, not what this second lacks',
      [second(0, { roundTripMs: 40, lossDown: 0 }), second(1, { echoMs: 90 }), second(2)],
      'echo 90 ms, round trip 40 ms, loss 0%',
    ],
    [
      'how old an old value is',
      [second(0, { roundTripMs: 40, echoMs: 90, lossUp: 0.02 }), second(6, { lossDown: 0 })],
      'echo 90 ms (6 s ago), round trip 40 ms (6 s ago), loss 2% (6 s ago)',
    ],
  ])('shows %s', (_what, samples, text) => {
    expect(draw(<Running run={run(0, { samples })} />)).toContain(text);
  });

  test('shows no figure as not measured that its graph draws', () => {
    for (let length = 1; length <= 20; length += 1) {
      const samples = Array.from({ length }, (_, atS) => ({
        atS,
        ...(atS % 3 === 0 ? { roundTripMs: 40 } : {}),
        ...(atS < length - 1 ? { echoMs: 90 } : {}),
        lossDown: 0,
      }));
      const text = draw(<Running run={run(0, { samples })} />);
      for (const [look, name] of [
        ['round-trip', 'round trip'],
        ['echo', 'echo'],
      ] as const) {
        const drawn = text.split(`data-look="${look}"`)[1]?.split('</g>')[0] ?? '';
        expect(text.includes(`${name} not measured`)).toBe(!drawn.includes('h0.001'));
      }
    }
  });
});

describe('a plot', () => {
  test.each([
    [0, 10],
    [10, 10],
    [53, 60],
    [148, 150],
    [151, 200],
    [831, 1000],
    [1000, 1000],
  ])('of up to %i goes up to %i', (value, top) => {
    expect(roundUp(value)).toBe(top);
  });

  test('has a gap where nothing was measured', () => {
    const points = [40, undefined, 50, 60].map((y, x) => ({ x, y }));
    const text = draw(
      <Plot series={[{ look: 'echo', points }]} from={0} to={3} ends={['', '']} label={String} />,
    );
    expect(text).toMatch(/d="M0 [\d.]+M66\.67 [\d.]+L100 [\d.]+"/);
  });
});
