/** The echo test's page, rendered without a window: missing measurements are stated everywhere. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/echo/compare.ts';
import type { EchoState, RunView } from '../../../shared/echo/state.ts';
import { Choose } from '../../../renderer/pages/calls/Choose.tsx';
import { Comparison } from '../../../renderer/pages/calls/Comparison.tsx';
import { EchoHistory } from '../../../renderer/pages/calls/EchoHistory.tsx';
import { Plot, roundUp } from '../../../renderer/components/Plot.tsx';
import { Running, announcement } from '../../../renderer/pages/calls/Running.tsx';
import { SecretForms } from '../../../renderer/pages/calls/SecretForms.tsx';
import { runsOf } from '../../../renderer/pages/calls/runs.ts';
import { draw, wordsIn } from './draw.tsx';
import { measured, result, spread } from '../../fixtures/echo-results.ts';

const nothing = () => {};

const heading = { current: null };

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
    const text = draw(
      <Comparison results={results} heading={heading} onAgain={undefined} onClose={nothing} />,
    );
    expect(text).toContain('Our server: 531 ms, from 527 ms to 535 ms');
  });

  test('breaks a range after its dash, and never between a number and its unit', () => {
    const later = { ...measured, roundTripMs: spread(131) };
    const two = [result('a1'), result('a2', { measurement: later })];
    const text = draw(
      <Comparison results={two} heading={heading} onAgain={undefined} onClose={nothing} />,
    );
    expect(text).toContain('>48\u00a0ms\u00a0– 131\u00a0ms<');
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
  const page = (one: EchoState, chosen?: string) =>
    draw(
      <Choose
        state={one}
        chosen={chosen}
        down={[]}
        onChoose={nothing}
        onCheck={nothing}
        onStart={nothing}
        onShow={nothing}
      />,
    );
  const three = state({ instances: ['one', 'two', 'three'].map(instance) });

  test('has one server chosen, and one primary button', () => {
    const text = page(three, 'two');
    expect(text.match(/checked=""/g)).toHaveLength(1);
    expect(text.match(/class="primary"/g)).toHaveLength(1);
    expect(text).toContain('Check before a call');
  });

  test('offers to compare from two servers on', () => {
    expect(page(three)).toContain('Compare servers…');
    expect(page(state({ instances: [instance('one')] }))).not.toContain('Compare servers…');
  });

  test('shows the last result of each server, and how it went before', () => {
    const results = ['a', 'b', 'c'].map((id) =>
      result(id, { instance: { id: 'one', name: 'one' } }),
    );
    const text = page({ ...three, results });
    expect(text.match(/>poor</g)).toHaveLength(1);
    expect(text.match(/<svg[^>]*-3 -3/g)).toHaveLength(1);
    expect(text.match(/Not tested yet/g)).toHaveLength(2);
  });

  test('counts no result of somebody else as one of the server’s own', () => {
    const taken = result('a', { instance: { id: 'one', name: 'one' }, taken: true });
    expect(page({ ...three, results: [taken] }).match(/Not tested yet/g)).toHaveLength(3);
  });

  test('asks for an access code only after a room has asked', () => {
    const refused = result('a', {
      instance: { id: 'one', name: 'one' },
      failure: { code: 'access-code-wrong', step: 'join', params: {} },
    });
    expect(page(three, 'one')).not.toContain('Access code');
    expect(page({ ...three, results: [refused] }, 'one')).toContain('Access code');
    expect(page({ ...three, results: [refused] }, 'two')).not.toContain('Access code');
  });

  test('without a server explains how to get one', () => {
    const text = page(state({}));
    expect(text).toContain('Paste a room link below');
    expect(text).toContain('Room link');
    expect(text).not.toContain('Check before a call');
  });
});

test('a shared secret says which server it is for', () => {
  const one = { ...instance('one'), api: 'https://\u0430.example/bbb' };
  expect(draw(<SecretForms instances={[one]} />)).toContain('https://xn--80a.example/bbb');
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
    [
      'nothing yet',
      [],
      'Echo time Not measured yet Round trip Not measured yet Packet loss Not measured yet',
    ],
    [
      'one figure, and others not measured yet',
      [second(0, { roundTripMs: 40 })],
      'Echo time Not measured yet Round trip 40 ms Packet loss Not measured yet',
    ],
    [
      'what was measured last, not what this second lacks',
      [second(0, { roundTripMs: 40, lossDown: 0 }), second(1, { echoMs: 90 }), second(2)],
      'Echo time 90 ms Round trip 40 ms Packet loss 0%',
    ],
    [
      'how old an old value is',
      [second(0, { roundTripMs: 40, echoMs: 90, lossUp: 0.02 }), second(6, { lossDown: 0 })],
      'Echo time 90 ms (6 s ago) Round trip 40 ms (6 s ago) Packet loss 2% (6 s ago)',
    ],
  ])('shows %s', (_what, samples, text) => {
    const shown = draw(<Running run={run(0, { samples })} />).replaceAll(/(<[^>]*>)+/g, ' ');
    expect(shown).toContain(text);
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
        ['round-trip', 'Round trip'],
        ['echo', 'Echo time'],
      ] as const) {
        const drawn = text.split(`data-look="${look}"`)[1]?.split('</g>')[0] ?? '';
        expect(new RegExp(`${name}</dt><dd[^>]*>Not measured`).test(text)).toBe(
          !drawn.includes('h0.001'),
        );
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
