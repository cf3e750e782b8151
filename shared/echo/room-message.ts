/**
 * A report as a message in a Matrix room: the text is what every client shows, and the report beside it is what another
 * member's app opens. Sending is the business of whoever has an account there. Pure.
 */
import type { Report } from './report.ts';

/** Where the report stands in the content of the event. */
export const reportField = 'coop.tray.echo';

export type RoomMessage = Readonly<{
  msgtype: 'm.text';
  body: string;
  'coop.tray.echo': Report;
}>;

/** A comparison of eight servers. Matrix takes no event of more than 65,536 bytes. */
export const resultsInMessage = 16;
/** Each character may become several bytes, and JSON needs its quotes. */
const textLimit = 12_000;

/** Without the seconds of each test: they make up most of it, and a saved report has them. Throws RangeError for more than 16 results. */
export function roomMessage(text: string, report: Report): RoomMessage {
  if (report.results.length > resultsInMessage) throw new RangeError('too many results');
  const results = report.results.map((one) => ({
    ...one,
    measurement: { ...one.measurement, samples: [] },
  }));
  return {
    msgtype: 'm.text',
    body: text.length > textLimit ? `${text.slice(0, textLimit - 1)}…` : text,
    [reportField]: { ...report, results },
  };
}
