/**
 * A report as a Matrix message: text for any client, and the report for other members' apps. Sending is left to the
 * caller. Pure.
 */
import { shortened } from '../text/shortened.ts';
import type { Report } from './report.ts';

/** The report's key in the event's content. */
export const reportField = 'coop.tray.echo';

export type RoomMessage = Readonly<{
  msgtype: 'm.text';
  body: string;
  'coop.tray.echo': Report;
}>;

/** A comparison of eight servers. Matrix limits an event to 65,536 bytes. */
export const resultsInMessage = 16;
/** A character may become several bytes, and JSON adds escapes. */
const textLimit = 12_000;

/**
 * Omits the seconds of each test, which are most of its size; a saved report has them. Throws RangeError above 16
 * results.
 */
export function roomMessage(text: string, report: Report): RoomMessage {
  if (report.results.length > resultsInMessage) throw new RangeError('too many results');
  const results = report.results.map((one) => ({
    ...one,
    measurement: { ...one.measurement, samples: [] },
  }));
  return {
    msgtype: 'm.text',
    body: shortened(text, textLimit),
    [reportField]: { ...report, results },
  };
}
