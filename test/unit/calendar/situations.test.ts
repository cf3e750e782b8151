/** What members see of calendars, beside what another implementation sees in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { situations } from '../../fixtures/calendars/situations.ts';
import { usualZone } from '../../fixtures/calendars/situation.ts';
import { answersOf } from './answers.ts';

const oracle = JSON.parse(
  readFileSync(new URL('../../fixtures/calendars/oracle.json', import.meta.url), 'utf8'),
) as Readonly<{ answers: Readonly<Record<string, readonly string[]>> }>;

const zones = [usualZone, 'Asia/Tokyo', 'Pacific/Apia'];

describe.each(situations)('$name', (situation) => {
  test.each(situation.zone === undefined ? zones : [situation.zone])('in %s', (zone) => {
    expect(answersOf(situation, zone)).toEqual(situation.expected);
  });

  test('as the other implementation sees it, or for a reason otherwise', () => {
    const theirs = oracle.answers[situation.name];
    const ours = situation.expected.toSorted();
    if (situation.otherwise === undefined) expect(theirs).toEqual(ours);
    else expect(theirs).not.toEqual(ours);
  });
});

test('the names are distinct, and the answers are of these situations', () => {
  expect(Object.keys(oracle.answers)).toEqual(situations.map((one) => one.name));
});
