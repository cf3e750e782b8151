/** What is shown of the services always matches the rules at that moment, even without an event. */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { reportOf } from '../../../shared/cli/status.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { summarise } from '../../../shared/status/summary.ts';
import type { Stage } from './stage.ts';
import { down, hour, lost, minute, second, setStage, slow, up, usual } from './stage.ts';

const day = 24 * hour;
const ids = Object.keys(usual);
const t = createTranslate('en');
const times = createTimes('en', 'UTC');
/** Changes are batched for a moment before rendering. */
const settleMs = 500;

const icon = (snapshot: Snapshot | undefined) => snapshot && trayModel({ t, times }, snapshot, 0);
/** The terminal's answer: the same state as the icon, or that it has none. */
const inTerminal = ({ services: views, connectivity }: Snapshot) => {
  const coop = { name: '', source: '', readAtUtcMs: 0 };
  const report = reportOf(t, times, { coop, views, connectivity });
  const overall = report.result === 'checked' ? report.overall : 'unknown';
  expect(overall).toBe(summarise(views, connectivity).overall);
  return overall;
};
const drawnSentence = (stage: Stage) => icon(stage.drawn())?.sentence;

describe('what nobody measures any more', () => {
  test('is drawn as unknown when it has grown too old, and not as looked at for the first time', async () => {
    const stage = await setStage();
    await stage.pass(minute);
    stage.hang(...ids);
    await stage.pass(4 * minute);
    expect(drawnSentence(stage)).toBe('4 of 4 unknown: Calls, Pads, Chat and 1 more');
  });

  test('is drawn as up with the first answer that finds it so', async () => {
    const stage = await setStage();
    await stage.pass(minute);
    stage.hang(...ids);
    await stage.pass(10 * minute);
    stage.take(up, ...ids);
    await stage.sleep(second);
    await stage.pass(10 * second);
    expect(drawnSentence(stage)).toBe('All services are working');
  });

  test('before the first check it is looked at for the first time', async () => {
    const stage = await setStage({ first: {} });
    stage.hang(...ids);
    await stage.setDocument({ radio: 'Radio', shop: 'Shop' });
    stage.hang('radio', 'shop');
    await stage.pass(second);
    expect(drawnSentence(stage)).toBe('Checking 2 services for the first time');
  });

  test('it takes no timer but one, and none in a sleep', async () => {
    const stage = await setStage();
    stage.hang(...ids);
    await stage.pass(2 * minute);
    const timers = stage.clock.timers();
    await stage.pass(hour);
    // All is stale, so the timer for the next stale service is gone.
    expect(stage.clock.timers()).toBe(timers - 1);
  });
});

test('the end of a domain comes nearer while nothing else happens', async () => {
  const ends = Date.parse('2026-12-18T12:00:00Z');
  const stage = await setStage({
    names: { pads: 'Pads' },
    document: { rdap: { url: 'https://rdap.example/domain/' } },
    services: { pads: { domain: 'pads.example' } },
    pages: {
      'https://rdap.example/domain/pads.example': {
        objectClassName: 'domain',
        ldhName: 'pads.example',
        events: [{ eventAction: 'expiration', eventDate: new Date(ends).toISOString() }],
      },
    },
  });
  await stage.pass(minute);
  const reasonOf = () => stage.view('pads')?.reason?.code;
  const drawnBefore = drawnSentence(stage);
  expect(reasonOf()).toBeUndefined();
  await stage.passTo(new Date(ends - 22 * day).toISOString());
  await stage.pass(second);
  // A chore: members feel nothing of it.
  expect([reasonOf(), drawnSentence(stage)]).toEqual(['domain-expiring', drawnBefore]);
});

type Step =
  | Readonly<{ is: 'answer'; ids: readonly string[]; seen: Observation }>
  | Readonly<{ is: 'hang'; ids: readonly string[] }>
  | Readonly<{ is: 'network'; network: 'silent' | 'answered' }>
  | Readonly<{ is: 'sleep' | 'pass' | 'clock'; ms: number }>;

const someIds = fc.subarray(ids, { minLength: 1 });
/** One is checked continuously, so that a changed clock is noticed. */
const otherIds = fc.subarray(ids.slice(1), { minLength: 1 });
const oneStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    is: fc.constant('answer' as const),
    ids: someIds,
    seen: fc.constantFrom(up, up, down, slow, lost),
  }),
  fc.record({
    is: fc.constant('hang' as const),
    ids: otherIds,
  }),
  fc.record({
    is: fc.constant('network' as const),
    network: fc.constantFrom('silent' as const, 'answered' as const),
  }),
  fc.record({ is: fc.constant('sleep' as const), ms: fc.integer({ min: 1, max: 10 * day }) }),
  fc.record({
    is: fc.constant('clock' as const),
    ms: fc.constantFrom(0, -hour, hour, -365 * day, 365 * day, -50 * 365 * day),
  }),
  fc.record({ is: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 10 * minute }) }),
);
const steps = fc.array(oneStep, { minLength: 1, maxLength: 12 });

async function play(stage: Stage, step: Step) {
  if (step.is === 'answer') stage.take(step.seen, ...step.ids);
  if (step.is === 'hang') stage.hang(...step.ids);
  if (step.is === 'network') stage.setNetwork(step.network);
  if (step.is === 'sleep') await stage.sleep(step.ms);
  if (step.is === 'clock') {
    stage.setClock(step.ms);
    // Without an event: the next check notices.
    await stage.pass(2 * minute);
  }
  if (step.is === 'pass') await stage.pass(step.ms);
}

/** Lets time pass in small steps; what is shown may lag by the batching time at most. */
async function watchThrough(stage: Stage, shown: (snapshot: Snapshot) => unknown) {
  const isDrawn = () => isDeepStrictEqual(told(stage.drawn()), told(stage.snapshot()));
  const told = (snapshot: Snapshot | undefined) => snapshot && shown(snapshot);
  for (let piece = 0; piece < 30; piece += 1) {
    await stage.pass(piece % 2 === 0 ? 7.3 * second : 13 * second);
    // A change may have come at this very moment.
    for (let turn = 0; turn < 2 && !isDrawn(); turn += 1) await stage.pass(settleMs);
    expect(told(stage.drawn())).toEqual(told(stage.snapshot()));
  }
}

test('icon, menu and terminal, through checks, silence, loss, sleep and return', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const stage = await setStage();
      for (const step of all) {
        await play(stage, step);
        await watchThrough(stage, (snapshot) => [icon(snapshot), inTerminal(snapshot)]);
      }
    }),
    { numRuns: 30 },
  );
});

test('the open window, to every time and figure', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const stage = await setStage({ windowOpen: true });
      for (const step of all) {
        await play(stage, step);
        await watchThrough(stage, ({ services }) => services);
      }
    }),
    { numRuns: 20 },
  );
});
