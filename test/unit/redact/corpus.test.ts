import { expect, test } from 'vitest';
import * as askedForHelp from './asked-for-help.ts';
import * as byKind from './by-kind.ts';
import * as inFewWords from './in-few-words.ts';
import { inWords, measure } from './measure.ts';
import { mustGo } from './must-go.ts';
import { mustStay } from './must-stay.ts';

test.each([
  ['written along with the patterns', { mustGo, mustStay }],
  ['pasted when asking for help', askedForHelp],
  [
    'by kind',
    {
      mustGo: [...byKind.mustGo, ...inFewWords.mustGo],
      mustStay: [...byKind.mustStay, ...inFewWords.mustStay],
    },
  ],
])('of the texts %s, nearly all that must go is taken out, and nearly nothing else', (name, of) => {
  const { leaks, losses, recall, precision } = measure(of.mustGo, of.mustStay);
  console.log(inWords(name, { losses, recall, precision }, of.mustGo.length, of.mustStay.length));
  expect(recall, `left: ${leaks.join('\n')}`).toBeGreaterThanOrEqual(0.99);
  expect(precision, `lost: ${losses.join('\n')}`).toBeGreaterThanOrEqual(0.97);
});
