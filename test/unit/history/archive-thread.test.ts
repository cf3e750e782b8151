/** The thread of the history's database, from its client's side: it never blocks the app. */
import { expect, test } from 'vitest';
import { createArchiveThread } from '../../../main/core/history/archive-thread.ts';
import type { WorkerMessage, WorkerRequest } from '../../../main/core/history/archive-messages.ts';
import type { ThreadListener } from '../../../main/platform/thread.ts';
import { fakeClock } from '../clock.ts';

const nobody = { key: '', names: [] };

const question = {
  coop: 'Test',
  serviceId: 'calls',
  range: 'day',
  openSinceUtcMs: undefined,
} as const;
const exported = { coop: 'Test', serviceId: 'calls', index: 0, format: 'csv' } as const;

/** Scripted threads. */
function stage() {
  const clock = fakeClock();
  const threads: { heard: WorkerRequest[]; listener: ThreadListener }[] = [];
  let stuck = 0;
  const archive = createArchiveThread({
    clock,
    start: (listener) => {
      const one = { heard: [] as WorkerRequest[], listener };
      threads.push(one);
      return { post: (wish) => one.heard.push(wish as WorkerRequest) };
    },
    onStuck: () => (stuck += 1),
  });
  const newest = () => threads.at(-1) ?? { heard: [], listener: undefined };
  const say = (said: WorkerMessage) => newest().listener?.onMessage(said);
  return {
    clock,
    archive,
    say,
    /** Answers the last request. */
    answer: (value: unknown) => {
      const wish = newest().heard.at(-1);
      if (wish && 'id' in wish) say({ id: wish.id, value });
    },
    end: () => newest().listener?.onEnd(),
    heard: () => threads.map(({ heard }) => heard.map(({ call }) => call)),
    stuck: () => stuck,
  };
}
type Stage = ReturnType<typeof stage>;

const questions: readonly (readonly [string, (it: Stage) => Promise<unknown>])[] = [
  ['the detail page', ({ archive }) => archive.detail(question)],
  ['an export', ({ archive }) => archive.exported(exported)],
  ['the journal', ({ archive }) => archive.takeOver(nobody, true)],
];

test.each(questions)('%s gets the answer of the thread', async (_what, ask) => {
  const it = stage();
  const outcome = ask(it);
  await it.clock.pass(0);
  it.answer('what was found');
  expect(await outcome).toBe('what was found');
});

test.each(questions)('%s is told nothing where the disk hangs, after a minute', async (_, ask) => {
  const it = stage();
  const outcome = ask(it);
  await it.clock.pass(59_000);
  expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting');
  await it.clock.pass(1000);
  expect(await outcome).toBeUndefined();
  // Ignores late answers.
  it.answer('late');
});

test.each(questions)(
  '%s is told nothing where the thread ends, and asks another',
  async (_, ask) => {
    const it = stage();
    const first = ask(it);
    await it.clock.pass(0);
    it.end();
    expect(await first).toBeUndefined();
    expect(it.archive.problem()).toEqual({ code: 'unavailable' });
    const second = ask(it);
    await it.clock.pass(0);
    it.say({ problem: undefined });
    it.answer('found');
    expect([await second, it.archive.problem()]).toEqual(['found', undefined]);
  },
);

test('a fault of ours in the thread is one here', async () => {
  const it = stage();
  const outcome = it.archive.detail(question);
  await it.clock.pass(0);
  it.say({ id: 1, fault: 'no such column' });
  await expect(outcome).rejects.toThrow('no such column');
});

test('a thread that nobody asks ends soon, and two never share the database', async () => {
  const it = stage();
  void it.archive.takeOver(nobody, true);
  await it.clock.pass(0);
  it.answer(undefined);
  await it.clock.pass(20_000);
  expect(it.heard()).toEqual([['takeOver', 'close']]);
  const outcome = it.archive.detail(question);
  await it.clock.pass(0);
  // Its disk is slow: the next one waits for it to finish.
  expect(it.heard()).toHaveLength(1);
  it.end();
  await it.clock.pass(0);
  expect(it.heard()).toEqual([['takeOver', 'close'], ['detail']]);
  it.answer('found');
  expect(await outcome).toBe('found');
});

test('the end of the app waits for nothing where there is no thread', () => {
  const it = stage();
  expect(it.archive.leave()).toBeUndefined();
});

test('the end of the app waits until the database is put away', async () => {
  const it = stage();
  void it.archive.takeOver(nobody, true);
  await it.clock.pass(0);
  const left = it.archive.leave();
  await it.clock.pass(1000);
  it.end();
  await left;
  expect([it.heard(), it.stuck(), it.archive.leave()]).toEqual([
    [['takeOver', 'close']],
    0,
    undefined,
  ]);
  expect(await it.archive.detail(question)).toBeUndefined();
});

test('and no longer than two seconds', async () => {
  const it = stage();
  void it.archive.takeOver(nobody, true);
  await it.clock.pass(0);
  const left = it.archive.leave();
  await it.clock.pass(2000);
  await left;
  expect(it.stuck()).toBe(1);
});
