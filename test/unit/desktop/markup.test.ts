/** Texts of notifications as the server gets them. What is escaped: notification-buttons.test.ts. */
import { expect, test } from 'vitest';
import { asLine, asPlainText } from '../../../main/desktop/markup.ts';

// Plasma's `Notification::Private::sanitize` reads the body as XML, and drops what follows a sign that XML does not have.
test.each([
  [
    'a colour of a terminal',
    'error: \u001b[31mno space\u001b[0m left',
    'error: [31mno space[0m left',
  ],
  ['a null', 'a\u0000b', 'ab'],
  ['no character', 'a\uFFFEb\uFFFF', 'ab'],
  ['line ends of all kinds', 'a\r\nb\rc\u2028d\ve', 'a\nb\nc\nd\ne'],
  ['a tab', 'a\tb', 'a\tb'],
  ['spaces of French', 'à\u202F14\u00A0h', 'à\u202F14\u00A0h'],
])('a body with %s', (_what, body, expected) => {
  expect(asPlainText(body, true)).toBe(expected);
  expect(asPlainText(body, false)).toBe(expected);
});

test.each([
  ['two lines', 'Pads\r\n  and calls are down', 'Pads and calls are down'],
  ['a null', 'Calls\u0000 is down', 'Calls is down'],
  ['tags, which no server reads there', '<b>R&D</b> << down >>', '<b>R&D</b> << down >>'],
  ['spaces of French', 'Panne\u00A0: Wi-Fi', 'Panne\u00A0: Wi-Fi'],
])('a title with %s', (_what, title, expected) => {
  expect(asLine(title)).toBe(expected);
});
