import { expect, test } from 'vitest';
import { createFarewell } from '../../../main/desktop/farewell.ts';

test('waits for all that is to be done, and then lets the app end', async () => {
  const done: string[] = [];
  let finish = () => {};
  const slow = new Promise<void>((resolve) => (finish = resolve));
  const farewell = createFarewell([
    () => slow.then(() => void done.push('slow')),
    () => undefined,
    async () => void done.push('quick'),
  ]);
  const leaving = farewell();
  await Promise.resolve();
  expect(done).toEqual(['quick']);
  finish();
  await leaving;
  expect(done).toEqual(['quick', 'slow']);
  expect(farewell()).toBeUndefined();
});
