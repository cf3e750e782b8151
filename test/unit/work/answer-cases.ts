/** Answers that a check reads, with as many expectations as it may have. */
import type { DnsRecord, Expectation } from '../../../shared/coop/probe.ts';
import { isRecord } from '../../../shared/status/dns.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import type { AnswerText } from '../../../shared/status/seen-text.ts';
import { readRegistry } from '../../../shared/status/rdap.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, kib, list, nowUtcMs } from './case.ts';

const bodyLimit = 256 * kib;
const expectations = 20;

const judged =
  (textOf: () => AnswerText, expectationOf: (at: number) => Expectation): WorstCase =>
  () => {
    const text = textOf();
    const expected = list(expectations, expectationOf);
    return () =>
      judgeAnswer(
        {
          url: 'https://a.example/',
          status: 200,
          headers: {},
          firstByteMs: 1,
          followedRedirects: false,
          ...text,
        },
        expected,
        nowUtcMs,
      );
  };

const lacks = (at: number): Expectation => ({
  on: 'body',
  lacks: `word ${at}`,
  otherwise: 'down',
});
const json = (path: string, is: 'exists' | 'contains'): Expectation => ({
  on: 'json',
  path,
  is,
  value: 5,
  of: 'some',
  otherwise: 'down',
});

const registry =
  (members: string): WorstCase =>
  () =>
  () =>
    readRegistry(`{"objectClassName":"domain",${members}}`, 'a.example', nowUtcMs);

/** As many records as a name server can send, each compared with every expectation that a document may have. */
const compared =
  (record: DnsRecord, text: string, wanted: string): WorstCase =>
  () =>
  () =>
    list(500, () => isRecord(record, text, wanted, (name) => name));

export const answerCases: WorstCases = {
  'mail servers and a long text': compared('MX', '10 mail.example', 'a '.repeat(512)),
  'texts and a long text of quotes': compared('TXT', 'x'.repeat(255), '"" '.repeat(341)),
  'many words to be missed in letters that are written otherwise': judged(
    () => ({ body: '&eacute; '.repeat(bodyLimit / 9), kind: 'html' }),
    lacks,
  ),
  'many words to be missed in letters with marks': judged(
    () => ({ body: 'e\u0301'.repeat(bodyLimit / 2), kind: 'html' }),
    lacks,
  ),
  'many paths through a long answer': judged(
    () => ({ body: `[${filled(bodyLimit - 10, () => '{"a":1}')}]` }),
    (at) => json(`$[0:${14_000 + at}].a`, 'exists'),
  ),
  'one list, found again and again': judged(
    () => ({ body: `[[[[[[[[${filled(bodyLimit - 100, () => '0')}]]]]]]]]` }),
    () => json(`$${'[0,0,0,0]'.repeat(7)}`, 'contains'),
  ),
  'a registry that tells of many ends': registry(
    `"events":[${filled(bodyLimit - 100, () => '{"eventAction":"expiry","eventDate":"24-Nov-2027"}')}]`,
  ),
  'a registry that tells of many states': registry(`"status":["${','.repeat(bodyLimit - 100)}"]`),
};
