import { setImmediate as breathe } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { FileForm } from '../../../main/platform/profile-file.ts';
import { createDice } from '../../bench/soak/dice.ts';
import { createDisk, holdDisk } from '../../bench/soak/disk.ts';
import { fakeClock } from '../clock.ts';

const form: FileForm = {
  name: 'peace',
  limitBytes: 100,
  version: 1,
  whole: v.object({ version: v.number(), it: v.string() }),
};
const old = '{"version":1,"it":"old"}';
const next = '{"version":1,"it":"new"}';

function hold() {
  const disk = createDisk();
  const clock = fakeClock();
  return { disk, clock, ...holdDisk(disk, clock, createDice(1)) };
}

test('a kill leaves the old file or the new one, and of what was being added any part', async () => {
  const found = { file: new Set<string | undefined>(), added: new Set<string | undefined>() };
  for (let seed = 0; seed < 50; seed += 1) {
    const { disk, clock } = hold();
    const { file, appendFile, cutOff } = holdDisk(disk, clock, createDice(seed));
    disk.files.set('peace', old);
    void file(form).save(next);
    void appendFile('added').append('a whole line\n');
    // Lets the file be read before it is overwritten.
    await breathe();
    cutOff();
    found.file.add(disk.files.get('peace'));
    found.added.add(disk.files.get('added'));
  }
  expect(found.file).toEqual(new Set([old, next]));
  expect(found.added).toEqual(new Set(['', 'a whol', 'a whole line\n']));
});

test('a full disk takes nothing and keeps what it has', async () => {
  const { disk, clock, file, appendFile } = hold();
  disk.files.set('peace', old);
  disk.setFull(true);
  const [refused] = await Promise.allSettled([file(form).save(next), clock.pass(1000)]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'ENOSPC' } });
  expect(() => appendFile('added').appendNow('line')).toThrow('ENOSPC');
  expect([...disk.files]).toEqual([['peace', old]]);
});

test('what cannot be read is not the same as what is not there', async () => {
  const { disk, clock, file } = hold();
  disk.files.set('peace', old);
  disk.setReadable(false);
  const [refused] = await Promise.allSettled([file(form).load(), clock.pass(1000)]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'EIO' } });
  expect(await file({ ...form, name: 'coop' }).load()).toBeUndefined();
});
