import { describe, expect, test } from 'vitest';
import { backoffMs, maxBackoffMs, waitMs } from '../../../shared/feedback/backoff.ts';
import { itemLimit, maxWaitMs, sentLimit } from '../../../shared/feedback/outbox.ts';
import type { Fault } from './outbox-world.ts';
import { createWorld, message } from './outbox-world.ts';
import { fakeClock } from '../clock.ts';
import { DeliveryError, trouble, whatToDo } from '../../../shared/feedback/trouble.ts';

const bound = { via: 'matrix', place: 'room' };

async function begin(faults: readonly Fault[] = []) {
  const world = createWorld(fakeClock());
  world.faults.push(...faults);
  const { outbox } = world.live();
  await outbox.restore();
  const write = async (id: string, destination = 'room') => {
    await outbox.saveDraft(id, `draft ${id}`, []);
    return outbox.enter(id, { destination, bound, contents: [message(`text ${id}`)] });
  };
  const phase = (id: string) => outbox.items().find((item) => item.id === id)?.phase;
  const arrived = () => [...world.made.values()].map(({ content }) => content);
  return { ...world, outbox, write, phase, arrived };
}

test('a draft is on the disk before it is sent, and says where it is all the way', async () => {
  const { outbox, disk, clock, phase, made } = await begin();
  await outbox.saveDraft('one', 'The pads are slow', []);
  expect(JSON.parse(disk.get('one') ?? '')).toMatchObject({ draft: 'The pads are slow' });
  expect(phase('one')).toEqual({ at: 'draft' });
  const seen = new Set<string>();
  outbox.onChange(() => seen.add(phase('one')?.at ?? ''));
  const contents = [message('root'), message('in the thread')];
  await outbox.enter('one', { destination: 'room', bound, contents });
  await clock.pass(0);
  expect([...seen]).toEqual(['waiting', 'sending', 'sent']);
  expect(phase('one')).toMatchObject({ at: 'sent', permalink: expect.stringContaining('https:') });
  const [root, second] = [...made.entries()];
  expect(second?.[1].rootId).toBe(`$${root?.[0]}`);
});

test('an answer that was lost makes no second one', async () => {
  const { write, clock, arrived, phase, requests } = await begin(['answer-lost', 'answer-lost']);
  await write('one');
  await clock.pass(0);
  expect(phase('one')).toMatchObject({ at: 'failed', why: { code: 'timeout' } });
  await clock.pass(60_000);
  expect([phase('one')?.at, arrived(), requests()]).toEqual(['sent', ['text one'], 3]);
});

test('what is tried again holds up its own destination and no other', async () => {
  const { write, clock, arrived } = await begin(['offline']);
  await write('first');
  await write('second');
  await write('elsewhere', 'other');
  await clock.pass(0);
  expect(arrived()).toEqual(['text elsewhere']);
  await clock.pass(10_000);
  expect(arrived()).toEqual(['text elsewhere', 'text first', 'text second']);
});

test('what the member has to decide lets the others pass, and goes on when told to', async () => {
  const world = createWorld(fakeClock());
  let refuse = true;
  const { outbox } = world.live(Infinity, true, () => ({
    send: async (part, id) => {
      if (refuse && part.content === 'a')
        throw new DeliveryError(trouble('refused', { status: 403 }), false);
      return { id };
    },
  }));
  await outbox.restore();
  for (const id of ['a', 'b']) {
    await outbox.saveDraft(id, '', []);
    await outbox.enter(id, { destination: 'room', bound, contents: [message(id)] });
  }
  await world.clock.pass(0);
  const phases = () => outbox.items().map(({ phase }) => phase.at);
  expect(phases()).toEqual(['failed', 'sent']);
  refuse = false;
  outbox.wake();
  await world.clock.pass(maxBackoffMs);
  expect(phases()).toEqual(['failed', 'sent']);
  await outbox.retry('a');
  await world.clock.pass(0);
  expect(phases()).toEqual(['sent', 'sent']);
});

test('where nobody is signed in it waits, and goes as soon as somebody is', async () => {
  const world = createWorld(fakeClock());
  let signedIn = false;
  const { outbox } = world.live(Infinity, true, () => {
    return signedIn ? { send: async (_part, id) => ({ id }) } : undefined;
  });
  await outbox.restore();
  await outbox.saveDraft('one', '', []);
  await outbox.enter('one', { destination: 'room', bound, contents: [message('x')] });
  await world.clock.pass(0);
  const [item] = outbox.items();
  expect(item?.phase).toMatchObject({ at: 'failed', why: { code: 'signed-out' } });
  expect(whatToDo(trouble('signed-out'))).toBe('sign-in');
  signedIn = true;
  outbox.wake();
  await world.clock.pass(0);
  expect(outbox.items()[0]?.phase.at).toBe('sent');
});

test('after a night asleep it goes at the next look, however long the timer had to run', async () => {
  const { write, clock, phase, outbox, faults } = await begin(
    Array.from({ length: 500 }, () => 'offline'),
  );
  await write('one');
  await clock.pass(8 * 3_600_000);
  expect(phase('one')?.at).toBe('failed');
  faults.length = 0;
  clock.jump(8 * 3_600_000);
  await clock.pass(60_000);
  expect(phase('one')?.at).toBe('sent');
  outbox.dispose();
  expect(clock.timers()).toBe(0);
});

test('at most thirty wait; the next one is refused and none is dropped', async () => {
  const { outbox } = await begin();
  for (let at = 0; at < itemLimit; at += 1) {
    expect(await outbox.saveDraft(`d${at}`, 'x', [])).toBe('taken');
  }
  expect(await outbox.saveDraft('one-more', 'x', [])).toBe('full');
  expect(await outbox.saveDraft('d0', 'changed', [])).toBe('taken');
  expect(outbox.items().length).toBe(itemLimit);
});

test('after thirty days the member decides', async () => {
  const { write, clock, phase, outbox, faults } = await begin(
    Array.from({ length: 5000 }, () => 'offline'),
  );
  await write('one');
  await clock.pass(0);
  clock.jump(maxWaitMs);
  await clock.pass(2 * maxBackoffMs);
  expect(phase('one')).toEqual({ at: 'failed', why: { code: 'too-old', params: {} } });
  faults.length = 0;
  await outbox.retry('one');
  await clock.pass(0);
  expect(phase('one')?.at).toBe('sent');
});

test('of what was sent, the newest are kept', async () => {
  const { write, clock, outbox, disk } = await begin();
  for (let at = 0; at <= sentLimit; at += 1) {
    await write(`i${at}`);
    await clock.pass(0);
  }
  await clock.pass(0);
  const ids = outbox.items().map(({ id }) => id);
  expect([ids.length, ids.includes('i0'), disk.size]).toEqual([sentLimit, false, sentLimit]);
});

test('a screenshot is dropped once it has arrived, and with what is discarded', async () => {
  const { outbox, clock, files } = await begin();
  const named = { name: 'screen.png', mediaType: 'image/png' };
  const sent = await outbox.attach(new Uint8Array([1, 2]), named);
  const thrown = await outbox.attach(new Uint8Array([3]), named);
  expect(sent.sizeBytes).toBe(2);
  await outbox.saveDraft('a', '', [sent]);
  await outbox.saveDraft('b', '', [thrown]);
  const contents = [message('root'), { kind: 'image', content: '{}', attachment: sent } as const];
  await outbox.enter('a', { destination: 'room', bound, contents });
  await outbox.discard('b');
  await clock.pass(0);
  expect([outbox.items().map(({ id }) => id), files.size]).toEqual([['a'], 0]);
});

test('what is discarded while it is sent does not come back', async () => {
  const world = createWorld(fakeClock());
  const aborted: boolean[] = [];
  const { outbox } = world.live(Infinity, true, () => ({
    send: (_part, _id, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(true);
          reject(new Error('aborted'));
        });
      }),
  }));
  await outbox.restore();
  await outbox.saveDraft('one', '', []);
  await outbox.enter('one', { destination: 'room', bound, contents: [message('x')] });
  await world.clock.pass(0);
  await outbox.discard('one');
  await world.clock.pass(60_000);
  expect([outbox.items(), world.disk.size, aborted]).toEqual([[], 0, [true]]);
});

test('a destination that never answers is left after five minutes', async () => {
  const world = createWorld(fakeClock());
  const { outbox } = world.live(Infinity, true, () => ({
    send: () => new Promise(() => undefined),
  }));
  await outbox.restore();
  await outbox.saveDraft('one', '', []);
  await outbox.enter('one', { destination: 'room', bound, contents: [message('x')] });
  await world.clock.pass(300_000);
  expect(outbox.items()[0]?.phase).toMatchObject({ at: 'failed', why: { code: 'timeout' } });
});

describe('backoff', () => {
  test('doubles, is spread, heeds the server and ends at an hour', () => {
    expect([0, 1, 2].map((failures) => backoffMs(failures, 1))).toEqual([5000, 10_000, 20_000]);
    expect(backoffMs(0, 0)).toBe(2500);
    expect(backoffMs(0, 0, 30_000)).toBe(30_000);
    expect([backoffMs(1000, 1), backoffMs(0, 0, 1e12)]).toEqual([maxBackoffMs, maxBackoffMs]);
  });

  test('a time that no wait can reach comes from a wrong clock', () => {
    const at = (retryAtUtcMs: number) =>
      waitMs({ at: 'failed', why: trouble('busy'), retryAtUtcMs }, 1000);
    expect([at(500), at(3000), at(1000 + maxBackoffMs + 1)]).toEqual([0, 2000, 0]);
  });
});
