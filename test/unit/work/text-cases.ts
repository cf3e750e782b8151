/** Untrusted texts that are scanned before they are shown or sent. */
import { withoutAddresses } from '../../../shared/echo/private-text.ts';
import type { WorstCase, WorstCases } from './case.ts';

const cleaned =
  (text: string): WorstCase =>
  () =>
  () =>
    withoutAddresses(text);

export const textCases: WorstCases = {
  'names without an end in a text of a report': cleaned('a.'.repeat(5000)),
  'halves of links': cleaned('a.b/ '.repeat(2000)),
  'beginnings of queries': cleaned('?a'.repeat(5000)),
  'letters and signs of sums': cleaned('a+'.repeat(5000)),
};
