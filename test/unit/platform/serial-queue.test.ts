import { expect, test } from 'vitest';
import { createSerialQueue } from '../../../main/platform/serial-queue.ts';
import { fakeClock } from '../clock.ts';

/** A queue whose tasks have a set duration, and record when they start and end. */
function begin() {
  const clock = fakeClock();
  const queue = createSerialQueue();
  const log: string[] = [];
  const work = (name: string, ms: number, error?: Error) => async (signal?: AbortSignal) => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => clock.after(ms, resolve));
    log.push(`${name} ends${signal?.aborted ? ', cancelled' : ''}`);
    if (error) throw error;
  };
  return { clock, queue, log, work };
}

test('the second begins when the first is over, also where the first fails', async () => {
  const { clock, queue, log, work } = begin();
  queue.add(work('slow', 100, new Error('failed')));
  queue.add(work('quick', 1));
  await clock.pass(200);
  expect(log).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
});

test('run settles as its work does', async () => {
  const { queue } = begin();
  const failed = queue.run(() => Promise.reject(new Error('no room')));
  const done = queue.run(async () => 7);
  await expect(failed).rejects.toThrow('no room');
  await expect(done).resolves.toBe(7);
});

test('it is settled, and idle, once all that was added is over', async () => {
  const { clock, queue, log, work } = begin();
  expect(queue.isIdle()).toBe(true);
  queue.add(work('a', 100));
  queue.add(work('b', 100, new Error('failed')));
  void queue.settled().then(() => log.push(`settled, idle: ${queue.isIdle()}`));
  expect(queue.isIdle()).toBe(false);
  await clock.pass(150);
  expect([log.at(-1), queue.isIdle()]).toEqual(['b begins', false]);
  await clock.pass(100);
  expect(log.at(-1)).toBe('settled, idle: true');
});

test('what is cancelled before it begins never does, and what is under way learns of it', async () => {
  const { clock, queue, log, work } = begin();
  queue.add(work('a', 100));
  const b = queue.run(work('b', 100)).catch((error: Error) => error.message);
  await clock.pass(50);
  queue.cancel();
  queue.add(work('c', 1));
  await clock.pass(200);
  expect(await b).toBe('cancelled');
  expect(log).toEqual(['a begins', 'a ends, cancelled', 'c begins', 'c ends']);
});
