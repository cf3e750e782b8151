/**
 * A bad day: what goes wrong, when, and for how long. Drawn before the app starts, so that a day does not depend on the
 * app's behaviour.
 */
import type { Edition } from './coop.ts';
import { documentHost, editions, hostOf, lastingIds, witnessHosts } from './coop.ts';
import type { Dice } from './dice.ts';
import type { Condition, Line } from './world.ts';
import { lines, troubles } from './world.ts';

export type Event =
  | Readonly<{ what: 'servers'; hosts: readonly string[]; condition: Condition }>
  | Readonly<{ what: 'line'; line: Line }>
  | Readonly<{ what: 'clock'; aheadMs: number }>
  | Readonly<{ what: 'disk'; full: boolean }>
  | Readonly<{ what: 'document'; edition: Edition }>
  | Readonly<{ what: 'sleep'; ms: number; announced: boolean }>
  | Readonly<{ what: 'end'; how: 'kill' | 'quit'; readable: boolean }>
  | Readonly<{ what: 'member' }>
  | Readonly<{ what: 'look' }>;

/** `atMs` from the start of the day. */
export type Moment = Readonly<{ atMs: number; event: Event }>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Clock errors, ahead or behind. */
const clockFaults = [2 * hour, -2 * hour, 400 * day, -400 * day, -50 * 365 * day, -3 * minute];
/** Each day ends without faults, so that delayed work can finish. */
export const calmMs = 20 * minute;

export function drawDay(dice: Dice, lengthMs: number): readonly Moment[] {
  const lastMs = lengthMs - calmMs;
  const moments: Moment[] = [];
  const add = (atMs: number, event: Event) => moments.push({ atMs: Math.min(atMs, lastMs), event });
  const often = (least: number, most: number, draw: (atMs: number) => void) => {
    for (let atMs = dice.between(0, most); atMs < lastMs; atMs += dice.between(least, most)) {
      draw(atMs);
    }
  };
  /** Ends after a while, at the latest before the calm period. */
  const spell = (atMs: number, least: number, most: number, begin: Event, end: Event) => {
    add(atMs, begin);
    add(atMs + dice.between(least, most), end);
  };

  often(3 * minute, 9 * minute, (atMs) => {
    const hosts = dice.some([...lastingIds.map(hostOf), documentHost], dice.between(1, 6));
    const condition = dice.pick(troubles);
    const well: Event = { what: 'servers', hosts, condition: 'well' };
    spell(atMs, minute, 12 * minute, { what: 'servers', hosts, condition }, well);
  });
  often(20 * minute, 60 * minute, (atMs) => {
    const hosts = [dice.pick(witnessHosts)];
    const well: Event = { what: 'servers', hosts, condition: 'well' };
    spell(atMs, minute, 20 * minute, { what: 'servers', hosts, condition: 'hung' }, well);
  });
  often(20 * minute, 50 * minute, (atMs) => {
    const line = dice.pick(lines.filter((one) => one !== 'good'));
    spell(atMs, 5 * second, 8 * minute, { what: 'line', line }, { what: 'line', line: 'good' });
  });
  often(40 * minute, 80 * minute, (atMs) => {
    const wrong: Event = { what: 'clock', aheadMs: dice.pick(clockFaults) };
    spell(atMs, 9 * second, 8 * minute, wrong, { what: 'clock', aheadMs: 0 });
  });
  often(30 * minute, 60 * minute, (atMs) => {
    spell(atMs, minute, 15 * minute, { what: 'disk', full: true }, { what: 'disk', full: false });
  });
  often(25 * minute, 50 * minute, (atMs) => {
    const edition = dice.pick(Object.keys(editions) as Edition[]);
    const whole: Event = { what: 'document', edition: 'whole' };
    spell(atMs, 2 * minute, 10 * minute, { what: 'document', edition }, whole);
  });
  often(30 * minute, 60 * minute, (atMs) => {
    const ms = dice.between(minute, 40 * minute);
    add(atMs, { what: 'sleep', ms, announced: dice.happens(0.7) });
  });
  often(10 * minute, 40 * minute, (atMs) => {
    const how = dice.happens(0.75) ? 'kill' : 'quit';
    add(atMs, { what: 'end', how, readable: dice.happens(0.8) });
  });
  often(20 * second, 3 * minute, (atMs) => add(atMs, { what: 'member' }));
  often(15 * minute, 45 * minute, (atMs) => add(atMs, { what: 'look' }));
  return moments.toSorted((a, b) => a.atMs - b.atMs);
}
