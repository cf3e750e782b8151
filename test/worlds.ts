/**
 * The dates, time zones and languages in which the tests must pass. Each part of a project runs in its own world, so
 * that all together cost no more than one run.
 */
import { spawnSync } from 'node:child_process';

export type World = Readonly<{
  what: string;
  /** Local time at which the run begins, some seconds before something happens in that zone. */
  at?: string;
  /** In real time, even if `faketime` has set another time around everything. */
  isReal?: true;
  timeZone?: string;
  /** As in `LANG`; Node has its own locale data, so the system need not have it. */
  language?: string;
}>;

export const hereAndNow: World = { what: 'here and now' };

/** Electron exits immediately under `faketime`, and its test runner must share its time. */
export const electronTime: World = { what: 'in real time', isReal: true };

export const worlds: readonly World[] = [
  hereAndNow,
  {
    what: 'a Saturday night in Tokyo',
    at: '2026-11-28 03:00:00',
    timeZone: 'Asia/Tokyo',
    language: 'ja_JP.UTF-8',
  },
  {
    what: 'the clocks of Toronto are set back',
    at: '2026-11-01 01:59:50',
    timeZone: 'America/Toronto',
    language: 'fr_CA.UTF-8',
  },
  {
    what: 'the clocks of Toronto are set forward',
    at: '2027-03-14 01:59:50',
    timeZone: 'America/Toronto',
    language: 'C',
  },
  {
    what: 'a new year begins',
    at: '2026-12-31 23:59:50',
    timeZone: 'UTC',
    language: 'fr_CA.UTF-8',
  },
  {
    what: 'a leap day begins in Samoa',
    at: '2028-02-28 23:59:50',
    timeZone: 'Pacific/Apia',
    language: 'C',
  },
  {
    what: 'a Sunday ends in Newfoundland, where the machine speaks Turkish',
    at: '2027-07-04 23:59:50',
    timeZone: 'America/St_Johns',
    language: 'tr_TR.UTF-8',
  },
];

/** Whether the clock can be set for one command. */
export const clockCanBeSet = spawnSync('faketime', ['--version']).status === 0;

/** A command and its environment in that world; without `faketime` the date stays today's. */
export function within(world: World, command: readonly string[]) {
  const { at, isReal, timeZone, language } = world;
  return {
    // Only the wall clock is faked: durations stay real.
    command:
      at !== undefined && clockCanBeSet
        ? ['faketime', '--exclude-monotonic', at, ...command]
        : command,
    env: {
      ...(isReal || at !== undefined ? realClock() : process.env),
      ...(timeZone === undefined ? {} : { TZ: timeZone }),
      ...(language === undefined ? {} : { LANG: language, LC_ALL: language }),
    },
  };
}

/** The environment without the clock of a `faketime` that this process runs under. */
function realClock(): NodeJS.ProcessEnv {
  if (process.env['FAKETIME'] === undefined) return process.env;
  const {
    LD_PRELOAD: _library,
    FAKETIME: _offset,
    FAKETIME_SHARED: _shared,
    ...rest
  } = process.env;
  return rest;
}
