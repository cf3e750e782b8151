import { expect, test } from 'vitest';
import type { Notice } from '../../../main/desktop/notice-queue.ts';
import { createNoticeQueue } from '../../../main/desktop/notice-queue.ts';
import { fakeClock } from '../clock.ts';

const notice: Notice = {
  message: { text: { title: 'Calls is down', body: '', urgent: true }, actions: [] },
  actions: new Map(),
  replaces: undefined,
  isInFlight: false,
  isOver: false,
};

test('a server that the bus starts at each sending, and that quits at each, is left in peace', async () => {
  const clock = fakeClock();
  const told: boolean[] = [];
  let sent = 0;
  const queue = createNoticeQueue({
    clock,
    send: async () => {
      sent += 1;
      // It announces itself, before it quits.
      queue.retry();
      await Promise.resolve();
      if (sent > 50) return true;
      throw new Error('NoReply');
    },
  });
  queue.onShown((shown) => told.push(shown));
  queue.add({ ...notice });
  await clock.pass(1000);
  expect([sent, told]).toEqual([2, [false]]);
  await clock.pass(30_000);
  expect(sent).toBe(4);
});
