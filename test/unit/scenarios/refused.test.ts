/** What a member sees of a rate-limited server. Each test is one situation. */
import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Server, Stage } from './stage.ts';
import { down, hour, minute, refused, second, setStage, up } from './stage.ts';

const busy = (waitMs?: number): Observation => ({
  verdict: 'unknown',
  reason: reason('refuses-us'),
  timings: {},
  ...(waitMs === undefined ? {} : { waitMs }),
});

type Question = Readonly<{ id: string; atMs: number; answered: boolean }>;

/** Allows one request per `everyMs` in total, and tells others how long to wait. */
function oneIn(everyMs: number, clock: Stage['clock'], behind: Server = () => up) {
  const asked: Question[] = [];
  let freeAtMs = 0;
  const answer: Server = (id) => {
    const atMs = clock.monotonicMs();
    const answered = atMs >= freeAtMs;
    asked.push({ id, atMs, answered });
    if (!answered) return busy(Math.ceil((freeAtMs - atMs) / second) * second);
    freeAtMs = atMs + everyMs;
    return behind(id);
  };
  return { answer, asked, colleague: () => (freeAtMs = clock.monotonicMs() + everyMs) };
}

/** Three services on one host. */
const oneHost = {
  services: Object.fromEntries(
    ['calls', 'pads', 'chat'].map((id) => [
      id,
      { probe: { type: 'http', url: `http://shared.example/${id}` } },
    ]),
  ),
};

test('a colleague asked a moment ago: not known for a while, and nobody is alarmed', async () => {
  const { clock, pass, take, told, view, sentence } = await setStage();
  const server = oneIn(30 * second, clock);
  take(server.answer, 'calls');
  await pass(55 * second);
  server.colleague();
  await pass(10 * second);
  expect(view('calls')).toMatchObject({ verdict: 'unknown', reason: { code: 'refuses-us' } });
  expect([view('calls')?.lastKnown, view('calls')?.checking]).toEqual(['up', undefined]);
  expect(sentence()).toBe('1 of 4 unknown: Calls');
  await pass(2 * minute);
  expect([view('calls')?.verdict, told()]).toEqual(['up', []]);
});

test('it refuses for hours: never down, and never asked faster than the document says', async () => {
  const { pass, take, told, view } = await setStage();
  let asked = 0;
  take(() => {
    asked += 1;
    return busy();
  }, 'calls');
  await pass(5 * hour);
  expect([view('calls')?.verdict, told()]).toEqual(['unknown', []]);
  expect(asked).toBeLessThanOrEqual(5 * 60 * 1.1);
  expect(asked).toBeGreaterThan(5 * 60 * 0.8);
});

test('it names a time: not asked before, whatever happens, and soon after', async () => {
  const { pass, take, sleep, setDocument, told, view } = await setStage();
  let asked = 0;
  take(() => {
    asked += 1;
    return busy(40 * minute);
  }, 'calls');
  await pass(61 * second);
  expect([asked, view('calls')?.verdict]).toEqual([1, 'unknown']);
  await pass(10 * minute);
  await setDocument({ calls: 'Video calls', pads: 'Pads' });
  await pass(10 * minute);
  await sleep(second);
  await pass(19 * minute);
  expect(asked).toBe(1);
  take(up, 'calls');
  await pass(6 * minute);
  expect([view('calls')?.verdict, told()]).toEqual(['up', []]);
});

test('all services of its host are left alone with it', async () => {
  const { pass, take, view } = await setStage(oneHost);
  const asked: string[] = [];
  take((id) => {
    asked.push(id);
    return asked.length === 1 ? busy(20 * minute) : up;
  }, 'shared.example');
  await pass(50 * second);
  asked.length = 0;
  await pass(15 * minute);
  // Requests of the same moment were in progress when the first was refused.
  expect(asked.length).toBeLessThanOrEqual(3);
  await pass(15 * minute);
  const verdicts = ['calls', 'pads', 'chat'].map((id) => view(id)?.verdict);
  expect(verdicts).toEqual(['up', 'up', 'up']);
});

test('one question in 30 s for three services of a host: each gets its turn', async () => {
  const { clock, pass, take, told, view } = await setStage(oneHost);
  const server = oneIn(30 * second, clock);
  take(server.answer, 'shared.example');
  await pass(10 * minute);
  server.asked.length = 0;
  for (let at = 0; at < 20; at += 1) {
    await pass(minute);
    const verdicts = ['calls', 'pads', 'chat'].map((id) => view(id)?.verdict);
    expect(verdicts).toEqual(['up', 'up', 'up']);
  }
  expect(server.asked.filter((one) => !one.answered)).toEqual([]);
  expect(told()).toEqual([]);
});

test('it is down behind a limit that refuses the questions between: told once, and once when it is back', async () => {
  const { clock, pass, take, told, view } = await setStage();
  let behind = down;
  const server = oneIn(30 * second, clock, () => behind);
  take(server.answer, 'calls');
  await pass(10 * minute);
  expect([view('calls')?.verdict, told()]).toEqual(['down', [`Calls is down / ${refused}`]]);
  for (let at = 0; at < 5; at += 1) {
    server.colleague();
    await pass(3 * minute);
  }
  expect(told()).toHaveLength(1);
  behind = up;
  await pass(10 * minute);
  expect([view('calls')?.verdict, told().slice(1)]).toEqual([
    'up',
    ['Calls is up again / It’s working again.'],
  ]);
});

test('down, refused for an hour, down again: told once', async () => {
  const { pass, take, told, view } = await setStage();
  take(down, 'calls');
  await pass(5 * minute);
  take(busy(), 'calls');
  await pass(hour);
  expect([view('calls')?.verdict, view('calls')?.lastKnown]).toEqual(['unknown', 'down']);
  take(down, 'calls');
  await pass(2 * minute);
  expect([view('calls')?.verdict, told()]).toEqual(['down', [`Calls is down / ${refused}`]]);
});

test('it is refused at the first check: not known, not checked faster', async () => {
  const { pass, sentence, told, view } = await setStage({ first: { calls: busy(minute) } });
  await pass(minute);
  expect(view('calls')).toMatchObject({ verdict: 'unknown', reason: { code: 'refuses-us' } });
  expect([sentence(), told()]).toEqual(['1 of 4 unknown: Calls', []]);
});

test('the lid was closed meanwhile: the time has passed all the same', async () => {
  const { pass, take, sleep, view } = await setStage();
  take(busy(50 * minute), 'calls');
  await pass(61 * second);
  take(up, 'calls');
  await sleep(40 * minute);
  expect(view('calls')?.verdict).toBe('unknown');
  await sleep(30 * minute);
  expect(view('calls')?.verdict).toBe('up');
});
