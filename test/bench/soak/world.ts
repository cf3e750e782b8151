/** The true state of the world around the app: servers, network, time. A passive model, set from outside. */
import type { Verdict } from '../../../shared/observation/observation.ts';
import type { FakeClock } from '../../unit/clock.ts';
import type { Edition } from './coop.ts';

/** Conditions of a server and the correct verdict; undefined where any verdict may be right. */
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

/** Conditions in which the connection fails before TLS. */
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
  /** The true time, which other machines have, in ms UTC. */
  trueUtcMs: () => number;
  line: () => Line;
  edition: () => Edition;
  conditionOf: (host: string) => Condition;
  /** Whether the machine's clock is right. */
  isRight: () => boolean;
  /** Whether the app has had time to notice the clock's last jump, for which there is no event. */
  isJumpSeen: () => boolean;
  /** Whether a valid certificate is valid by the machine's clock. */
  isTimely: () => boolean;
  /** The correct verdict of a host; undefined where any may be right. */
  truthOf: (host: string) => Verdict | undefined;
  /** Whether it recently asked to slow down (429), so that it is checked no sooner than usual. */
  isShy: (host: string) => boolean;
  /** When something this host is judged by last changed, on the monotonic clock; `line` affects all hosts. */
  changedAtMs: (host: string) => Readonly<{ host: number; line: number }>;
  take: (condition: Condition, hosts: readonly string[]) => void;
  setLine: (line: Line) => void;
  setEdition: (edition: Edition) => void;
  /** Sets the error of the machine's clock, in ms; positive when it is ahead. */
  setClock: (aheadMs: number) => void;
  /** The machine is suspended while time passes. */
  sleep: (ms: number) => void;
  /** Everything will be checked again: after a start, a wake-up, a new document. */
  disturb: () => void;
}>;

const dayMs = 86_400_000;
/** Age of all certificates; they are valid for another 60 days. */
const certificateAgeMs = 30 * dayMs;
export const certificateLeftMs = 60 * dayMs;

/** By then a check has run, even of the least frequent service; it compares both clocks. In ms. */
const seenWithinMs = 150_000;
/** How long the app remembers a 429 response, plus the delay it requested; in ms. */
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
