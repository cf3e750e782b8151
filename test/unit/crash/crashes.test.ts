/** The list of crashes: kept from run to run, and asked about once. */
import { expect, test } from 'vitest';
import { crashesForm, createCrashes } from '../../../main/core/crashes.ts';
import type { Incident } from '../../../shared/crash/incident.ts';
import { memoryFiles } from '../../memory-files.ts';
import { fakeClock } from '../clock.ts';

const clock = fakeClock();
const incident: Incident = {
  kind: 'app',
  atUtcMs: clock.nowUtcMs(),
  version: '1',
  begunUtcMs: clock.nowUtcMs() - 1000,
};

function open(store = memoryFiles().file(crashesForm)) {
  const crashes = createCrashes({ clock, store });
  let changes = 0;
  crashes.onChange(() => (changes += 1));
  return { ...crashes, store, changes: () => changes };
}

test('until it is answered, also in later runs', async () => {
  const first = open();
  await first.restore();
  first.note(incident);
  expect(first.current()).toEqual({ ...incident, count: 1 });
  const second = open(first.store);
  expect(second.current()).toBeUndefined();
  await second.restore();
  expect(second.current()).toEqual({ ...incident, count: 1 });
  second.answer();
  expect([second.current(), second.changes()]).toEqual([undefined, 1]);
  second.answer();
  expect(second.changes()).toBe(1);
  const third = open(first.store);
  await third.restore();
  expect(third.current()).toBeUndefined();
});

test('noticed before the file is read, it is neither lost nor the end of what the file had', async () => {
  const first = open();
  await first.restore();
  first.note({ ...incident, version: '0' });
  const second = open(first.store);
  second.note(incident);
  expect(second.current()?.count).toBe(1);
  await second.restore();
  expect(second.current()).toEqual({ ...incident, count: 2 });
  const third = open(first.store);
  await third.restore();
  expect(third.current()?.count).toBe(2);
});

test('on a full disk it is offered all the same', async () => {
  const crashes = open({
    load: () => Promise.reject(new Error('EIO')),
    save: () => Promise.reject(new Error('ENOSPC')),
  });
  await crashes.restore();
  crashes.note(incident);
  expect(crashes.current()?.count).toBe(1);
  crashes.answer();
  expect(crashes.current()).toBeUndefined();
});
