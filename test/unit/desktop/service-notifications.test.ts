import { expect, test } from 'vitest';
import type { NoticeOptions } from '../../../main/core/notifications/notification.ts';
import { createServiceNotices } from '../../../main/desktop/service-notifications.ts';
import { createTranslate } from '../../translate.ts';
import type { Route } from '../../../shared/route.ts';
import type { Change } from '../../../shared/status/notices.ts';

const text = { title: 'Pads is down', body: '', urgent: true };
const change = (serviceId: string, to: Change['to'] = 'down'): Change => ({
  serviceId,
  name: serviceId,
  from: 'up',
  to,
});

/** What is shown for these changes, and what clicking it does. */
function show(changes: readonly Change[], hasFeedback = true) {
  const done: (string | Route)[] = [];
  const shown: NoticeOptions[] = [];
  createServiceNotices({
    t: createTranslate('en'),
    notifications: {
      show: (_text, options) => {
        shown.push(options);
        return () => undefined;
      },
    },
    snooze: (serviceId) => void done.push(`snooze ${serviceId}`),
    takesFeedback: () => hasFeedback,
    goTo: (route) => void done.push(route),
  })(text, changes, false);
  const labels = shown[0]?.buttons?.map(({ label }) => label);
  return { done, labels, options: shown[0] };
}

test('one that is down opens on a click, and is put off or commented on by a button', () => {
  const { done, labels, options } = show([change('pads')]);
  expect(labels).toEqual(['Mute for 1 hour', 'Send feedback']);
  options?.onClick();
  for (const button of options?.buttons ?? []) button.onClick();
  expect(done).toEqual([
    { page: 'status', serviceId: 'pads' },
    'snooze pads',
    { page: 'feedback', aboutServiceId: 'pads' },
  ]);
});

test('no feedback is offered that the co-op does not take', () => {
  expect(show([change('pads')], false).labels).toEqual(['Mute for 1 hour']);
});

test('several, or one that is well again, have no buttons', () => {
  expect(show([change('pads', 'up')]).labels).toEqual([]);
  const { done, labels, options } = show([change('pads'), change('chat')]);
  options?.onClick();
  expect([labels, done]).toEqual([[], [{ page: 'status' }]]);
});
