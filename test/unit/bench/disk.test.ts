import { expect, test } from 'vitest';
import { createDice } from '../../bench/soak/dice.ts';
import { createDisk, holdDisk } from '../../bench/soak/disk.ts';
import { fakeClock } from '../clock.ts';

function hold() {
  const disk = createDisk();
  const clock = fakeClock();
  return { disk, clock, ...holdDisk(disk, clock, createDice(1)) };
}

test('a kill leaves the old file or the new one, and of what was being added any part', async () => {
  const found = { file: new Set<string | undefined>(), added: new Set<string | undefined>() };
  for (let seed = 0; seed < 50; seed += 1) {
    const { disk, clock } = hold();
    const { store, appendFile, cutOff } = holdDisk(disk, clock, createDice(seed));
    disk.files.set('file', 'old');
    void store('file').save('new');
    void appendFile('added').append('a whole line\n');
    cutOff();
    found.file.add(disk.files.get('file'));
    found.added.add(disk.files.get('added'));
  }
  expect(found.file).toEqual(new Set(['old', 'new']));
  expect(found.added).toEqual(new Set(['', 'a whol', 'a whole line\n']));
});

test('a full disk takes nothing and keeps what it has', async () => {
  const { disk, clock, store, appendFile } = hold();
  disk.files.set('file', 'old');
  disk.setFull(true);
  const [refused] = await Promise.allSettled([store('file').save('new'), clock.pass(1000)]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'ENOSPC' } });
  expect(() => appendFile('added').appendNow('line')).toThrow('ENOSPC');
  expect([...disk.files]).toEqual([['file', 'old']]);
});

test('what cannot be read is not the same as what is not there', async () => {
  const { disk, store } = hold();
  disk.files.set('file', 'old');
  disk.setReadable(false);
  await expect(store('file').load()).rejects.toMatchObject({ code: 'EIO' });
  expect(await store('none').load()).toBeUndefined();
});
