/** A fake room, page and probe for the engine's tests: each step can fail, hang or lie. */
import type { Failure } from '../../../shared/echo/failure.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { Echo } from '../../../main/features/echo/index.ts';
import { createEcho } from '../../../main/features/echo/index.ts';
import type { EchoDeps } from '../../../main/features/echo/deps.ts';
import type { PageEnd, RoomPage } from '../../../main/features/echo/room-page.ts';
import type { JoinedRoom } from '../../../main/features/echo/rooms.ts';
import type { FakeClock } from '../clock.ts';
import { fakeClock } from '../clock.ts';

export const hang = () => new Promise<never>(() => undefined);
export const sample = { atS: 0, echoMs: 80 };
export const spread = { count: 1, min: 80, median: 80, p95: 80, max: 80 };

/** The probe's answer at a time since the start, as parsed JSON; `hang` for no answer. */
export type Answer = (sinceBeginMs: number, stopped: boolean) => unknown;

/** Connects for 1 s, measures for 20. */
export const wellBehaved: Answer = (ms, stopped) => {
  const samples = Array.from({ length: Math.max(0, Math.floor(ms / 1000)) }, (_one, atS) => ({
    ...sample,
    atS,
  }));
  if (!stopped && ms < 1000) return { step: 'connect', samples: [] };
  if (!stopped && ms < 21_000) return { step: 'measure', samples };
  const measurement = { roundTripMs: spread, samples };
  return { step: 'done', samples, outcome: { measurement } };
};

export type Stage = Readonly<{
  echo: Echo;
  clock: FakeClock;
  /** Files as they were saved last. */
  files: Map<string, string>;
  log: string[];
  endPage: (end: PageEnd) => void;
  start: (...ids: string[]) => Promise<Failure | undefined>;
  /** Lets a whole run pass and returns the newest result. */
  finish: () => Promise<Result | undefined>;
}>;

export type StageOptions = Partial<EchoDeps> &
  Readonly<{
    answer?: Answer;
    files?: Map<string, string>;
    leave?: () => Promise<void>;
    /** The room's page ends while the page beside it opens, which then fails as well. */
    endsBeside?: PageEnd;
    /** Told what the page is asked to run. */
    onCode?: (code: string) => void;
  }>;

export function stage({ answer = wellBehaved, ...options }: StageOptions = {}): Stage {
  const clock = patientClock();
  const log: string[] = [];
  const files = options.files ?? new Map<string, string>();
  let endPage: (end: PageEnd) => void = () => undefined;
  let ids = 0;
  const storeOf = (name: string) => ({
    load: async () => files.get(name),
    save: async (text: string) => void files.set(name, text),
  });

  const openPage = (host: string) => {
    log.push(`open ${host}`);
    let begunMs = 0;
    let stopped = false;
    const ended = new Promise<PageEnd>((resolve) => (endPage = resolve));
    const page: RoomPage = {
      load: async () => undefined,
      url: () => `https://${host}/`,
      way: () => [],
      allow: () => undefined,
      beside: async () => {
        if (!options.endsBeside) return page;
        endPage(options.endsBeside);
        throw new Error(options.endsBeside);
      },
      ended,
      close: async () => void log.push('close'),
      evaluate: async (code: string) => {
        options.onCode?.(code);
        if (code.includes('.begin(')) begunMs = clock.monotonicMs();
        if (code.includes('.stop()')) stopped = true;
        if (!code.includes('.progress()')) return undefined;
        const said = await answer(clock.monotonicMs() - begunMs, stopped);
        return typeof said === 'string' ? said : JSON.stringify(said);
      },
    };
    return page;
  };
  const echo = createEcho({
    clock,
    openPage,
    findRoom: async (target) => {
      const { host } = new URL(target.address);
      return {
        address: target.address,
        host,
        join: async (_guest, { open, onServer }): Promise<JoinedRoom> => {
          onServer(`https://${host}`);
          log.push('join');
          const leave = async () => {
            log.push('leave');
            await options.leave?.();
          };
          return {
            page: open(host),
            host,
            signallingUrl: `wss://${host}/`,
            stunsUrl: `https://${host}/s`,
            leave,
          };
        },
      };
    },
    httpFigures: async () => ({ via: 'rtt-check', dnsMs: 3 }),
    mySide: {
      watch: () => ({
        soFar: () => ({ processor: 0.1 }),
        stop: async () => ({ processor: 0.1 }),
      }),
    },
    probeCode: async () => 'code',
    random: () => 0.5,
    newId: () => `id${(ids += 1)}`,
    isOffline: () => false,
    verdict: ({ failure }) =>
      failure
        ? { quality: 'failed', blame: 'cannot-tell' }
        : { quality: 'excellent', blame: 'nobody' },
    secrets: {
      get: async () => undefined,
      set: async () => undefined,
      delete: async () => undefined,
    },
    settings: storeOf('settings'),
    results: storeOf('results'),
    guestName: 'Echo test',
    machine: { timeZone: () => 'Asia/Tokyo', app: '1', system: 'test' },
    ...options,
  });
  echo.setInstances(
    ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), room: `https://${id}.example/r` })),
  );
  return {
    echo,
    clock,
    files,
    log,
    endPage: (end) => endPage(end),
    start: (...instanceIds) => echo.start({ instanceIds, withSecret: false }),
    finish: async () => {
      await clock.pass(31_000);
      return echo.state().results[0];
    },
  };
}

/** A run is a long chain of promises: time passes in small steps, so that each gets its turn. */
function patientClock(): FakeClock {
  const clock = fakeClock();
  return {
    ...clock,
    pass: async (ms) => {
      for (let passed = 0; passed < ms; passed += 50) await clock.pass(Math.min(50, ms - passed));
      for (let turn = 0; turn < 5; turn += 1) await clock.pass(0);
    },
  };
}
