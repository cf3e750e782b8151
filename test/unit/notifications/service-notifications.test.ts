import { expect, test } from 'vitest';
import type { NoticeOptions } from '../../../main/core/notifications/notification.ts';
import { createServiceNotices } from '../../../main/core/notifications/service-notifications.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import type { Change } from '../../../shared/status/notices.ts';

const text = { title: 'Pads is down', body: '', urgent: true };
const change = (serviceId: string, to: Change['to'] = 'down'): Change => ({
  serviceId,
  name: serviceId,
  from: 'up',
  to,
});

/** What is shown for these changes, and what pressing it does. */
function show(changes: readonly Change[], hasFeedback = true) {
  const done: string[] = [];
  const shown: NoticeOptions[] = [];
  const note = (what: string) => (serviceId: string) => void done.push(`${what} ${serviceId}`);
  createServiceNotices({
    t: createTranslate('en'),
    notifications: () => ({
      show: (_text, options) => {
        shown.push(options);
        return () => undefined;
      },
    }),
    snooze: note('snooze'),
    openService: note('open'),
    feedbackOn: () => (hasFeedback ? note('feedback') : undefined),
    open: () => note('open')('all'),
  })(text, changes, false);
  const labels = shown[0]?.buttons?.map(({ label }) => label);
  return { done, labels, options: shown[0] };
}

test('one that is down opens on a click, and is put off or commented on by a button', () => {
  const { done, labels, options } = show([change('pads')]);
  expect(labels).toEqual(['Snooze for 1 hour', 'Give feedback']);
  options?.onClick();
  for (const button of options?.buttons ?? []) button.onClick();
  expect(done).toEqual(['open pads', 'snooze pads', 'feedback pads']);
});

test('no feedback is offered that the co-op does not take', () => {
  expect(show([change('pads')], false).labels).toEqual(['Snooze for 1 hour']);
});

test('several, or one that is well again, have no buttons', () => {
  expect(show([change('pads', 'up')]).labels).toEqual([]);
  const { done, labels, options } = show([change('pads'), change('chat')]);
  options?.onClick();
  expect([labels, done]).toEqual([[], ['open all']]);
});
