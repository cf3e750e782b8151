import { expect, test } from 'vitest';
import { inWords, measure } from './measure.ts';
import { mustGo } from './must-go.ts';
import { mustStay } from './must-stay.ts';

test.each([['written along with the patterns', mustGo, mustStay]])(
  'of the texts %s, nearly all is taken out that must go, and nearly nothing else',
  (name, go, stay) => {
    const measured = measure(go, stay);
    console.log(inWords(name, measured, go.length, stay.length));
    const { leaks, losses, recall, precision } = measured;
    expect(recall, `left: ${leaks.join('\n')}`).toBeGreaterThanOrEqual(0.99);
    expect(precision, `lost: ${losses.join('\n')}`).toBeGreaterThanOrEqual(0.97);
  },
);
