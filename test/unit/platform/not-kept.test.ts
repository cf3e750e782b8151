/** A call of the window is answered "ok" only once its change is on disk. */
import { expect, test } from 'vitest';
import { answer } from '../../../main/desktop/answer.ts';
import { createPolicyCalls } from '../../../main/core/notification-policy/calls.ts';
import type { CallHandlers } from '../../../shared/ipc.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';

/** With a disk that accepts all writes, or none. */
function calls(isOnDisk: boolean) {
  const kept = () => Promise.resolve(isOnDisk);
  return createPolicyCalls({
    commands: {
      snooze: kept,
      unsnooze: kept,
      acknowledge: kept,
      pause: kept,
      resume: kept,
      setQuietHours: kept,
      star: kept,
      setScope: kept,
      share: () => Promise.resolve('taken'),
      withdraw: () => Promise.resolve('taken'),
    },
    idOf: (serviceId) => serviceId,
    place: () => 'signed-out',
  }) as CallHandlers;
}

const noFault = (name: string, error: unknown) => {
  throw new Error(name, { cause: error });
};

test.each<[string, unknown]>([
  ['policy.snooze', { serviceId: 'pads', length: '1h' }],
  ['policy.unsnooze', { serviceId: 'pads' }],
  ['policy.acknowledge', { serviceId: 'pads', reason: 'We know.', length: '4h' }],
  ['policy.pause', { length: '1h' }],
  ['policy.resume', undefined],
  ['policy.setQuietHours', defaultQuietHours],
  ['policy.star', { serviceId: 'pads', starred: true }],
  ['policy.setScope', { onlyStarred: true, chores: false }],
])('what the disk does not take is no success of %s', async (name, payload) => {
  expect(await answer(calls(true), name, payload, noFault)).toMatchObject({ ok: true });
  expect(await answer(calls(false), name, payload, noFault)).toEqual({
    ok: false,
    code: 'not-kept',
  });
});
