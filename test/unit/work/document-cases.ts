/** Documents of a mebibyte that anyone could publish, each parsed as at every start. */
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, list, mib } from './case.ts';

/** `more`: keys of the document besides its services. */
function documentOf(services: string, more = ''): string {
  return `{"version":1,"name":"x","services":[${services}]${more}}`;
}

const room = mib - 200;
/** Made on demand: all texts together are large. */
const read =
  (textOf: () => string): WorstCase =>
  () => {
    const text = textOf();
    return () => parseCoopDocument(text);
  };

const oneProbe = (more: string) =>
  documentOf(`{"id":"a","name":"A","probe":{"type":"http","url":"https://a.example/",${more}}}`);
/** An error in the last character, below a key that is half as long as the text. */
const belowALongKey = (end: string) =>
  `{"${'a'.repeat(room / 2)}":{${filled(room / 2, (at) => `"k${at}":1`)}${end}`;

export const documentCases: WorstCases = {
  'a document of keys that nobody knows': read(() =>
    documentOf('', `,${filled(room / 2, (at) => `"zz${at}":1`)}`),
  ),
  'a document of status codes': read(() =>
    oneProbe(`"expect":[{"on":"status","in":[${filled(room, () => '200')}]}]`),
  ),
  'a document of days to warn': read(() =>
    oneProbe(`"certificate":{"warnDays":[${filled(room, () => '1')}]}`),
  ),
  'a document of labels': read(() =>
    documentOf(
      '',
      `,"feedback":{"destinations":[{"id":"a","via":"github","name":"x","repository":"a/b","labels":[${filled(room, () => '"a"')}]}]}`,
    ),
  ),
  'a document of people': read(() =>
    documentOf('', `,"backups":{"sources":[],"restore":{"people":[${filled(room, () => '"a"')}]}}`),
  ),
  'a document of days of work': read(() =>
    documentOf(
      '',
      `,"quietHours":{"outside":{"from":"09:00","to":"17:00","days":[${filled(room, () => '"mon"')}]}}`,
    ),
  ),
  'a document of plans that never come': read(() =>
    documentOf(
      '',
      `,"maintenance":[${list(200, (at) => `{"title":"x","cron":"${at % 60} ${at % 24} 29-30 2 */7","timeZone":"America/Toronto","durationMin":5}`).join(',')}]`,
    ),
  ),
  'a long key before a fault': read(() => belowALongKey('')),
};
