/** The world around the app, as it truly is: servers, the line to them, the time. Everything in it is told, nothing is asked. */
import type { Verdict } from '../../../shared/observation/observation.ts';
import type { FakeClock } from '../../unit/clock.ts';
import type { Edition } from './coop.ts';

/** How a server is, and what is to be said of it; undefined where any word may be right. */
export const conditions = {
  well: 'up',
  refused: 'down',
  vanished: 'down',
  nameless: 'down',
  'name-hangs': 'down',
  hung: 'down',
  failing: 'down',
  broken: 'down',
  circle: 'down',
  closed: 'no-access',
  flaky: undefined,
  busy: undefined,
} as const satisfies Readonly<Record<string, Verdict | undefined>>;
export type Condition = keyof typeof conditions;
export const troubles = (Object.keys(conditions) as Condition[]).filter((one) => one !== 'well');

/** Those in which nobody gets as far as a certificate. */
const beforeTls: ReadonlySet<Condition> = new Set([
  'refused',
  'vanished',
  'nameless',
  'name-hangs',
]);

export const lines = ['good', 'off', 'vanishing', 'captive'] as const;
export type Line = (typeof lines)[number];

export type World = Readonly<{
  clock: FakeClock;
  /** What all clocks but that of the machine say, ms UTC. */
  trueUtcMs: () => number;
  line: () => Line;
  edition: () => Edition;
  conditionOf: (host: string) => Condition;
  /** Whether the clock of the machine is right. */
  isRight: () => boolean;
  /** Whether the last jump of that clock is so long ago that the app has seen it: it announces itself by nothing. */
  isJumpSeen: () => boolean;
  /** Whether a certificate of today is good by the clock of the machine. */
  isTimely: () => boolean;
  /** What is to be said of a host; undefined where any word may be right. */
  truthOf: (host: string) => Verdict | undefined;
  /** Whether it has asked for patience lately, and is asked no sooner than usual. */
  isShy: (host: string) => boolean;
  /** When anything last changed that this host is judged by, on the monotonic clock; `line` is what concerns all. */
  changedAtMs: (host: string) => Readonly<{ host: number; line: number }>;
  take: (condition: Condition, hosts: readonly string[]) => void;
  setLine: (line: Line) => void;
  setEdition: (edition: Edition) => void;
  /** The clock of the machine goes wrong by so much, in ms; positive when it is ahead. */
  setClock: (aheadMs: number) => void;
  /** The machine stands still while time passes. */
  sleep: (ms: number) => void;
  /** All is looked at anew: after a start, an awakening, a new document. */
  disturb: () => void;
}>;

const dayMs = 86_400_000;
/** Certificates are this old, and good for so much longer. */
const certificateAgeMs = 30 * dayMs;
export const certificateLeftMs = 60 * dayMs;

/** By then there has been a check, even of the service that is checked least; it looks at both clocks. In ms. */
const seenWithinMs = 150_000;
/** For how long the app remembers that it was refused, with what it was asked to wait; in ms. */
const shyMs = 3_600_000 + 60_000;

export function createWorld(clock: FakeClock): World {
  const states = new Map<string, Readonly<{ condition: Condition; sinceMs: number }>>();
  const busyAtMs = new Map<string, number>();
  let line: Line = 'good';
  let edition: Edition = 'whole';
  let aheadMs = 0;
  let jumpedAtMs = Number.NEGATIVE_INFINITY;
  let disturbedAtMs = 0;
  const disturb = () => (disturbedAtMs = clock.monotonicMs());
  const jump = (ms: number) => {
    clock.jump(ms);
    jumpedAtMs = clock.monotonicMs();
    disturb();
  };
  const conditionOf = (host: string) => states.get(host)?.condition ?? 'well';
  const isTimely = () => aheadMs > -certificateAgeMs && aheadMs < certificateLeftMs;

  return {
    clock,
    trueUtcMs: () => clock.nowUtcMs() - aheadMs,
    line: () => line,
    edition: () => edition,
    conditionOf,
    isRight: () => aheadMs === 0,
    isJumpSeen: () => clock.monotonicMs() - jumpedAtMs > seenWithinMs,
    isTimely,
    truthOf: (host) => {
      if (line !== 'good') return 'unknown';
      const condition = conditionOf(host);
      const word = conditions[condition];
      if (word === undefined || isTimely() || beforeTls.has(condition)) return word;
      return 'unknown';
    },
    isShy: (host) => clock.monotonicMs() - (busyAtMs.get(host) ?? -Infinity) < shyMs,
    changedAtMs: (host) => ({ host: states.get(host)?.sinceMs ?? 0, line: disturbedAtMs }),
    take: (condition, hosts) => {
      const sinceMs = clock.monotonicMs();
      for (const host of hosts) {
        if (conditionOf(host) === 'busy') busyAtMs.set(host, sinceMs);
        states.set(host, { condition, sinceMs });
      }
    },
    setLine: (next) => {
      line = next;
      disturb();
    },
    setEdition: (next) => (edition = next),
    setClock: (nextMs) => {
      jump(nextMs - aheadMs);
      aheadMs = nextMs;
    },
    sleep: jump,
    disturb,
  };
}
