import { expect, test } from 'vitest';
import * as afterTheMending from './after-the-mending.ts';
import * as askedForHelp from './asked-for-help.ts';
import * as askedInTheOpen from './asked-in-the-open.ts';
import * as byKind from './by-kind.ts';
import * as dayByDay from './day-by-day.ts';
import * as inFewWords from './in-few-words.ts';
import * as logsAndLetters from './logs-and-letters.ts';
import { inWords, measure } from './measure.ts';
import { mustGo } from './must-go.ts';
import { mustStay } from './must-stay.ts';
import * as settingsAndCommands from './settings-and-commands.ts';

type Set = Readonly<{ mustGo: readonly string[]; mustStay: readonly string[] }>;
const both = (one: Set, other: Set): Set => ({
  mustGo: [...one.mustGo, ...other.mustGo],
  mustStay: [...one.mustStay, ...other.mustStay],
});

test.each([
  ['written along with the patterns', { mustGo, mustStay }],
  ['pasted when asking for help', askedForHelp],
  ['by kind', both(byKind, inFewWords)],
  ['in settings, commands, logs and letters', both(settingsAndCommands, logsAndLetters)],
  ['asked in the open', both(askedInTheOpen, afterTheMending)],
  ['day by day', dayByDay],
])('of the texts %s, nearly all that must go is taken out, and nearly nothing else', (name, of) => {
  const { leaks, losses, recall, precision } = measure(of.mustGo, of.mustStay);
  console.log(inWords(name, { losses, recall, precision }, of.mustGo.length, of.mustStay.length));
  expect(recall, `left: ${leaks.join('\n')}`).toBeGreaterThanOrEqual(0.99);
  expect(precision, `lost: ${losses.join('\n')}`).toBeGreaterThanOrEqual(0.97);
});
