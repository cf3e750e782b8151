import { describe, expect, test } from 'vitest';
import { failure } from '../../../shared/echo/failure.ts';
import type { Failure } from '../../../shared/echo/failure.ts';
import { EchoError } from '../../../main/features/echo/failed.ts';
import type { PageEnd } from '../../../main/features/echo/room-page.ts';
import type { FoundRoom } from '../../../main/features/echo/rooms.ts';
import type { Answer, StageOptions } from './stage.ts';
import { hang, sample, spread, stage, wellBehaved } from './stage.ts';

const found = (join: FoundRoom['join']) => async () => ({
  address: 'https://a.example/r',
  host: 'a.example',
  join,
});
const measuring = { step: 'measure', samples: [sample] };
const after = (ms: number, then: unknown): Answer =>
  function answer(sinceMs, stopped) {
    return sinceMs < ms ? wellBehaved(sinceMs, stopped) : then;
  };

test('a run finds, joins, measures and leaves, and its result is kept', async () => {
  const { start, finish, log, echo, files } = stage();
  expect(await start('a')).toBeUndefined();
  const result = await finish();
  expect(result).toMatchObject({
    instance: { id: 'a', name: 'A' },
    host: 'a.example',
    timeZone: 'Asia/Tokyo',
    measurement: { roundTripMs: spread, http: { via: 'rtt-check' }, joinMs: 0 },
    mySide: { processor: 0.1 },
    verdict: { quality: 'excellent' },
  });
  expect(result?.failure).toBeUndefined();
  expect(result?.durationMs).toBeLessThan(30_000);
  expect(log).toEqual(['join', 'open a.example', 'leave', 'close']);
  expect(echo.state().run).toBeUndefined();
  expect(files.get('results')).not.toContain('https://');
});

describe('each step can fail, and the run still leaves and ends in time', () => {
  test.each<[string, StageOptions, Partial<Failure>, string[]]>([
    [
      'nothing found',
      { findRoom: () => Promise.reject(new Error('x')) },
      { code: 'internal', step: 'find' },
      [],
    ],
    [
      'a refusal',
      { findRoom: () => Promise.reject(new EchoError(failure('not-a-room', 'find'))) },
      { code: 'not-a-room' },
      [],
    ],
    ['an address that hangs', { findRoom: hang }, { code: 'timeout', step: 'find' }, []],
    [
      'a full room',
      { findRoom: found(() => Promise.reject(new EchoError(failure('room-full', 'join')))) },
      { code: 'room-full' },
      [],
    ],
    [
      'a joining that hangs',
      { findRoom: found((_guest, { open }) => (open('a.example'), hang())) },
      { code: 'join-timeout', step: 'join' },
      ['close'],
    ],
    [
      'a probe that is not there',
      { probeCode: () => Promise.reject(new Error('ENOENT')) },
      { code: 'internal', step: 'connect' },
      ['leave', 'close'],
    ],
    [
      'a page that hangs',
      { answer: hang },
      { code: 'page-failed', step: 'connect' },
      ['leave', 'close'],
    ],
    [
      'a connection that hangs',
      { answer: () => ({ step: 'connect', samples: [] }) },
      { code: 'timeout', step: 'connect' },
      ['leave', 'close'],
    ],
    [
      'a page that hangs later',
      { answer: (ms, stopped) => (ms < 3000 ? wellBehaved(ms, stopped) : hang()) },
      { code: 'page-failed', step: 'measure' },
      ['leave', 'close'],
    ],
    ['no text', { answer: () => undefined }, { code: 'bad-answer' }, ['leave', 'close']],
    ['no JSON', { answer: () => '{' }, { code: 'bad-answer' }, ['leave', 'close']],
    [
      'a huge answer',
      { answer: () => 'x'.repeat(10_000_000) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'wrong types',
      { answer: () => ({ step: 'measure', samples: [{ atS: '0' }] }) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'too many samples',
      { answer: () => ({ step: 'measure', samples: Array(121).fill(sample) }) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'a time below nothing',
      { answer: () => ({ step: 'measure', samples: [{ atS: 0, echoMs: -1 }] }) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'an end without figures',
      { answer: () => ({ step: 'done', samples: [] }) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'figures before the end',
      { answer: () => ({ ...measuring, outcome: { measurement: { samples: [] } } }) },
      { code: 'bad-answer' },
      ['leave', 'close'],
    ],
    [
      'a step back',
      { answer: after(3000, { step: 'connect', samples: [] }) },
      { code: 'bad-answer', step: 'measure' },
      ['leave', 'close'],
    ],
    [
      'a failure of the probe',
      {
        answer: () => ({
          step: 'done',
          samples: [],
          outcome: {
            measurement: { samples: [] },
            failure: { code: 'ice-failed', step: 'connect' },
          },
        }),
      },
      { code: 'ice-failed' },
      ['leave', 'close'],
    ],
    ['a leaving that hangs', { leave: hang }, {}, ['leave', 'close']],
  ])('%s', async (_what, options, expected, ends) => {
    const { start, finish, log, echo } = stage(options);
    await start('a');
    const result = await finish();
    expect(result?.failure ?? {}).toMatchObject(expected);
    if (Object.keys(expected).length > 0) expect(result?.verdict.quality).toBe('failed');
    expect(log.filter((one) => one === 'leave' || one === 'close')).toEqual(ends);
    expect(echo.state().run).toBeUndefined();
    expect(result?.durationMs).toBeLessThanOrEqual(30_000);
  });

  test('a probe that never ends is stopped in time, and what it measured counts', async () => {
    const answer: Answer = (ms, stopped) => (stopped ? wellBehaved(ms, true) : measuring);
    const { start, finish } = stage({ answer });
    await start('a');
    const result = await finish();
    expect(result?.failure).toBeUndefined();
    expect(result?.measurement.roundTripMs).toEqual(spread);
    expect(result?.durationMs).toBeLessThanOrEqual(30_000);
  });

  test('what was measured until a page died is kept with the failure', async () => {
    const { start, finish, clock, endPage } = stage();
    await start('a');
    await clock.pass(6000);
    endPage('crashed');
    const result = await finish();
    expect(result?.failure).toMatchObject({ code: 'page-failed', step: 'measure' });
    const { samples = [], echo } = result?.measurement ?? {};
    expect(samples.length).toBeGreaterThan(2);
    // Not “not measured” next to the seconds in the chart.
    expect(echo?.ms?.count).toBe(samples.length);
  });

  test('a page that leaves the room says so', async () => {
    const { start, finish, clock, endPage } = stage();
    await start('a');
    await clock.pass(500);
    endPage('left');
    expect((await finish())?.failure?.code).toBe('left-the-room');
  });

  test.each<[PageEnd, string]>([
    ['left', 'left-the-room'],
    ['crashed', 'page-failed'],
  ])('a room whose page has %s before the measuring began', async (endsBeside, code) => {
    const { start, finish } = stage({ endsBeside });
    await start('a');
    expect((await finish())?.failure).toMatchObject({ code, step: 'connect' });
  });

  test('a room that lets us in after we went is left as well', async () => {
    let letIn = () => {};
    const log: string[] = [];
    const join: FoundRoom['join'] = async (_guest, { open }) => {
      const page = open('a.example');
      await new Promise<void>((resolve) => (letIn = resolve));
      return {
        page,
        host: 'a.example',
        signallingUrl: '',
        stunsUrl: '',
        leave: async () => void log.push('leave'),
      };
    };
    const { start, finish, clock } = stage({ findRoom: found(join) });
    await start('a');
    expect((await finish())?.failure?.code).toBe('join-timeout');
    letIn();
    await clock.pass(0);
    expect(log).toEqual(['leave']);
  });
});

describe('stopping', () => {
  test.each<[string, StageOptions, number]>([
    ['finding', { findRoom: hang }, 100],
    ['joining', { findRoom: found((_guest, { open }) => (open('a.example'), hang())) }, 100],
    ['connecting', {}, 500],
  ])('while %s keeps nothing', async (_step, options, ms) => {
    const { start, clock, echo, log } = stage(options);
    await start('a');
    await clock.pass(ms);
    echo.stop();
    await clock.pass(2000);
    expect(echo.state().run).toBeUndefined();
    expect(echo.state().results).toEqual([]);
    expect(log.filter((one) => one.startsWith('open')).length).toBe(
      log.filter((one) => one === 'close').length,
    );
    expect(log.includes('join')).toBe(log.includes('leave'));
  });

  test('while measuring keeps what there is', async () => {
    const { start, clock, echo } = stage();
    await start('a');
    await clock.pass(8000);
    echo.stop();
    await clock.pass(1000);
    expect(echo.state().results[0]).toMatchObject({
      failure: { code: 'stopped', step: 'measure' },
      measurement: { roundTripMs: spread },
    });
  });

  test('does not wait for a page that hangs', async () => {
    const { start, clock, echo } = stage({
      answer: (ms, stopped) => (stopped ? hang() : wellBehaved(ms, false)),
    });
    await start('a');
    await clock.pass(8000);
    echo.stop();
    await clock.pass(1500);
    expect(echo.state().run).toBeUndefined();
    expect(echo.state().results[0]?.measurement.samples.length).toBeGreaterThan(3);
  });
});
