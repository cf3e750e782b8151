/**
 * The moments, zones and languages of a machine in which the tests must come out the same. Each part of a project runs
 * in a world of its own, so that all of them together cost no more than one run.
 */
import { spawnSync } from 'node:child_process';

export type World = Readonly<{
  what: string;
  /** When the run begins, on the clocks of the zone; some seconds before something happens there. */
  at?: string;
  /** In real time, even if `faketime` has set another around all of it. */
  isReal?: true;
  timeZone?: string;
  /** As in `LANG`; Node has its own data of it, so the system need not know it. */
  language?: string;
}>;

export const hereAndNow: World = { what: 'here and now' };

/** Electron ends at once under `faketime`, and whoever talks with it must live in the same time. */
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

/** A command, and the surroundings in which it finds itself in that world; without `faketime` it is still today. */
export function within(world: World, command: readonly string[]) {
  const { at, isReal, timeZone, language } = world;
  return {
    // Only the clock on the wall is another: what is timed takes as long as ever.
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

/** The surroundings without the clock of a `faketime` that this process runs under. */
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
