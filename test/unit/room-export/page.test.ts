import * as v from 'valibot';
import { expect, test } from 'vitest';
import { messageHtml } from '../../../main/features/room-export/page.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';

const words = { t: createTranslate('en'), times: createTimes('en', 'UTC'), locale: 'en' };

test.each([
  ['$a\uD800', '!b:x'],
  ['$a', '!b\uDFFF:x'],
  ['$\uDC00\uD800', '!'],
])('half a character in %j of %j stops no page', (eventId, roomId) => {
  const shown = { eventId, sender: '@a\uD800:x', kind: 'file', text: '\uD800', inThread: false };
  expect(messageHtml(words, roomId, { ...shown, kind: 'file' })).toContain('href="matrix:roomid/');
});

test.each([
  [0, true],
  [Date.UTC(2026, 10, 24), true],
  [Date.UTC(9999, 11, 31), true],
  [-1, false],
  [8.64e15, false],
  [1e308, false],
  [Number.NaN, false],
])('%d as a moment from a file', (at, isOne) => {
  expect(v.is(UtcMs, at)).toBe(isOne);
});
