/** Where a click on a notification of answers, announcements and reports leads. */
import { expect, test } from 'vitest';
import { routeTo } from '../../../main/core/notifications/queue.ts';
import type { Told } from '../../../shared/announcements/told.ts';
import type { Route } from '../../../shared/route.ts';

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
  ['one answer: to it', [reply('a')], { page: 'feedback', answers: { itemId: 'a' } }],
  ['several answers: to all of them', [reply('a'), reply('b')], { page: 'feedback', answers: {} }],
  ['an announcement', [announcement], { page: 'announcements' }],
  ['a report: to its service', [report], { page: 'status', serviceId: 'pads' }],
  ['of several things, the first', [announcement, reply('a')], { page: 'announcements' }],
])('%s', (_what, told, route) => {
  expect(routeTo(told)).toEqual(route);
});
