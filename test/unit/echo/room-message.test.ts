import { expect, test } from 'vitest';
import { parseReport, reportOf } from '../../../shared/echo/report.ts';
import { reportField, roomMessage } from '../../../shared/echo/room-message.ts';
import { resultsText } from '../../../shared/wording/echo-text.ts';
import { createTranslate } from '../../translate.ts';
import { measured, result } from './figures.ts';

const eventLimitBytes = 65_536;
const second = {
  atS: 0,
  roundTripMs: 20.123_456,
  jitterMs: 3,
  lossUp: 0,
  lossDown: 0,
  echoMs: 90.5,
};
const whole = (id: string) =>
  result(
    { id, place: 'Québec, Wi-Fi de la maison' },
    {
      ...measured({ server: 340 }),
      samples: Array.from({ length: 20 }, (_, atS) => ({ ...second, atS })),
    },
  );
const reportWith = (count: number) =>
  reportOf(
    Array.from({ length: count }, (_, at) => whole(`r${at}`)),
    { app: 'Coop Tray 1', atUtcMs: 0 },
  );

test('a message has the text for people, and a report that an app can open', () => {
  const message = roomMessage('It is the server.', reportWith(1));
  expect(message).toMatchObject({ msgtype: 'm.text', body: 'It is the server.' });
  const parsed = parseReport(JSON.stringify(message[reportField]));
  expect(parsed).toMatchObject({ kind: 'ok', report: { results: [{ id: 'r0' }] } });
});

test('a comparison of eight servers, in a language with accents, fits into an event', () => {
  const report = reportWith(16);
  const text = resultsText(
    createTranslate('fr'),
    report.results.map((_, at) => whole(`r${at}`)),
  );
  const bytes = Buffer.byteLength(JSON.stringify(roomMessage(text, report)));
  expect(bytes).toBeLessThan(eventLimitBytes - 4000);
});

test('more than that is no message', () => {
  expect(() => roomMessage('', reportWith(17))).toThrow(RangeError);
});
