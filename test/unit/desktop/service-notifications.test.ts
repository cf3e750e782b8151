import { expect, test } from 'vitest';
import type { NoticeOptions, ShownNotice } from '../../../main/core/notifications/notification.ts';
import { createStandingNotices } from '../../../main/desktop/standing-notices.ts';
import { createServiceNotices } from '../../../main/desktop/service-notifications.ts';
import { createTranslate } from '../../translate.ts';
import type { Route } from '../../../shared/route.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';

const change = (serviceId: string, to: Change['to'] = 'down'): Change => ({
  serviceId,
  name: serviceId,
  from: 'up',
  to,
});
const view = (id: string, verdict: ServiceView['verdict']) => ({ id, verdict }) as ServiceView;

function stage(hasFeedback = true) {
  const done: (string | Route)[] = [];
  const shown: NoticeOptions[] = [];
  const screen = new Map<ShownNotice, string>();
  let views: readonly ServiceView[] = [];
  const notifications = createStandingNotices({
    show: ({ title }, options) => {
      shown.push(options);
      const place = options.replaces && screen.get(options.replaces);
      if (options.replaces) screen.delete(options.replaces);
      const notice = { withdraw: () => void screen.delete(notice) };
      screen.set(notice, place === undefined ? title : `${title} (was: ${place})`);
      return notice;
    },
    dispose: () => undefined,
  });
  const showChanges = createServiceNotices({
    t: createTranslate('en'),
    notifications,
    viewOf: (serviceId) => views.find(({ id }) => id === serviceId),
    snooze: (serviceId) => void done.push(`snooze ${serviceId}`),
    takesFeedback: () => hasFeedback,
    goTo: (route) => void done.push(route),
  });
  const show = (title: string, changes: readonly Change[], continues = false) =>
    showChanges({ title, body: '', urgent: true }, changes, continues);
  const review = (next: readonly ServiceView[]) => {
    views = next;
    notifications.review();
  };
  return { show, review, done, shown, screen: () => [...screen.values()] };
}

/** The notification of these changes, and what clicking it does. */
function show(changes: readonly Change[], hasFeedback = true) {
  const it = stage(hasFeedback);
  it.show('Pads is down', changes);
  const [options] = it.shown;
  return { done: it.done, labels: options?.buttons?.map(({ label }) => label), options };
}

test('one that is down opens on a click, and is put off or commented on by a button', () => {
  const { done, labels, options } = show([change('pads')]);
  expect([options?.clickLabel, labels]).toEqual(['Details', ['Mute for 1 hour', 'Send feedback']]);
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

test('what is told anew takes the place of what was told of it, and of nothing else', () => {
  const { show: tell, screen } = stage();
  tell('Chat is down', [change('chat')]);
  tell('Pads is down', [change('pads')]);
  tell('Chat is up again', [change('chat', 'up')]);
  expect(screen()).toEqual(['Pads is down', 'Chat is up again (was: Chat is down)']);
});

test('one that tells all of several takes the place of the newest, and the others go', () => {
  const { show: tell, screen } = stage();
  tell('Chat is down', [change('chat')]);
  tell('Pads is down', [change('pads')]);
  tell('2 services are up again', [change('chat', 'up'), change('pads', 'up')]);
  expect(screen()).toEqual(['2 services are up again (was: Pads is down)']);
});

test('one that continues the last takes its place whatever it told', () => {
  const { show: tell, screen } = stage();
  tell('Chat is down', [change('chat')]);
  tell('Pads is down', [change('pads')], true);
  expect(screen()).toEqual(['Pads is down (was: Chat is down)']);
});

test('one leaves when the trouble is over, even if nobody is told', () => {
  const { show: tell, review, screen } = stage();
  tell('Chat is down', [change('chat')]);
  tell('Pads is down', [change('pads')]);
  review([view('chat', 'down'), view('pads', 'unknown')]);
  expect(screen()).toEqual(['Chat is down', 'Pads is down']);
  review([view('chat', 'up'), view('pads', 'down')]);
  expect(screen()).toEqual(['Pads is down']);
  // Down again: a new one, not in the place of what is gone.
  tell('Chat is down', [change('chat')]);
  expect(screen()).toEqual(['Pads is down', 'Chat is down']);
});
