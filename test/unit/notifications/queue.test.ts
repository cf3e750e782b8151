import { expect, test } from 'vitest';
import { createNotificationQueue, routeTo } from '../../../main/core/notifications/queue.ts';
import { createEmitter } from '../../../main/platform/emitter.ts';
import type { Told } from '../../../shared/announcements/told.ts';
import { newsText } from '../../../shared/wording/announcements.ts';
import { createTranslate } from '../../translate.ts';
import type { Route } from '../../../shared/route.ts';
import { fakeClock } from '../clock.ts';

test('an announcement waits until it is no longer quiet, and then leads to its page', async () => {
  const clock = fakeClock();
  const changes = createEmitter<void>();
  const shown: (() => void)[] = [];
  const visited: Route[] = [];
  let quiet = true;
  const queue = createNotificationQueue({
    clock,
    t: createTranslate('en'),
    policy: { isQuiet: () => quiet, onChange: changes.on },
    show: (_text, onClick) => void shown.push(onClick),
    goTo: (route) => void visited.push(route),
  });
  queue.tell([{ is: 'announcement', by: 'Ada', text: 'Tea at four' }]);
  await clock.pass(60_000);
  expect(shown).toEqual([]);
  quiet = false;
  changes.emit();
  await clock.pass(60_000);
  await expect.poll(() => shown.length).toBe(1);
  shown[0]?.();
  expect(visited).toEqual([{ page: 'announcements' }]);
});

const reply = (itemId: string): Told => ({
  is: 'reply',
  itemId,
  title: 'Pads',
  by: 'el',
  text: 'Done',
});
const announcement: Told = { is: 'announcement', by: 'el', text: 'Moving on Monday' };
const report: Told = {
  is: 'report',
  serviceId: 'pads',
  name: 'Pads',
  state: 'down',
  text: 'Disk is full',
};

test.each<[string, readonly Told[], Route]>([
  ['the item of one answer', [reply('a')], { page: 'feedback', answers: { itemId: 'a' } }],
  ['all answers, of several', [reply('a'), reply('b')], { page: 'feedback', answers: {} }],
  ['the announcements, of one', [announcement], { page: 'announcements' }],
  ['the service that a report is about', [report], { page: 'status', serviceId: 'pads' }],
  ['the first of several things', [announcement, reply('a')], { page: 'announcements' }],
])('a click leads to %s', (_what, told, route) => {
  expect(routeTo(told)).toEqual(route);
});

// In LXQt's a long one reaches above the screen.
test.each([
  ['as it is', 'Moving on Monday\n\nBring boxes', 'Moving on Monday\n\nBring boxes'],
  ['of many lines', Array.from({ length: 40 }, (_, at) => at).join('\n'), '0\n1\n2\n3\n4\n5 …'],
  ['of one endless line', 'x'.repeat(2000), `${'x'.repeat(399)}…`],
])('the text of an announcement is brief: %s', (_what, text, expected) => {
  const { body } = newsText(createTranslate('en'), [{ ...announcement, text }], false);
  expect(body).toBe(expected);
});
