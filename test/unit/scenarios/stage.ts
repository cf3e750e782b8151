/**
 * Plays a member's day: the app's own core, with a clock, services and a network that the test controls. Records what
 * the member would be shown.
 */
import { createCore } from '../../../main/core/index.ts';
import type { PolicyCommands } from '../../../main/core/notification-policy/index.ts';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Log } from '../../../main/platform/log/log.ts';
import { noLog } from '../../../main/platform/log/log.ts';
import { createSourceLog, withSourceLog } from '../../../main/platform/log/source-log.ts';
import { createStateLog } from '../../../main/core/state-log.ts';
import { createEmitter } from '../../../main/platform/emitter.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import type { SeenBy } from '../../../shared/triage/sharing.ts';
import type { Place } from '../../../shared/net/answers.ts';
import { isClockDependent } from '../../../shared/net/answers.ts';
import type { Testimony, WitnessResult } from '../../../shared/net/connectivity.ts';
import { summarySentence } from '../../../shared/wording/sentences.ts';
import { summarise } from '../../../shared/status/summary.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { memoryFiles } from '../../memory-files.ts';
import type { FakeClock } from '../clock.ts';
import { checkEvent } from '../../ipc-contract.ts';
import { fakeClock } from '../clock.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

export const up: Observation = { verdict: 'up', timings: { total: 40 } };
export const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };
export const slow: Observation = {
  verdict: 'degraded',
  reason: reason('slow', { ms: 4000, limitMs: 2000 }),
  timings: { total: 4000 },
};
/** A single lost answer, which means nothing yet. */
export const lost: Observation = {
  verdict: 'down',
  reason: reason('timeout', { phase: 'firstByte', seconds: 10 }),
  timings: {},
};

/** Answers a check of the service. */
export type Server = (id: string) => Observation;

/** The sentence in a notification of `down`. */
export const refused = 'The server is refusing connections. The service is probably not running.';

/** Names in the document, by id. */
export const usual = { calls: 'Calls', pads: 'Pads', chat: 'Chat', mail: 'Mail' };

export type StageOptions = Readonly<{
  /** When the day begins, with its offset from UTC. */
  at?: string;
  timeZone?: string;
  names?: Readonly<Record<string, string>>;
  /** Additional fields of single services. */
  services?: Readonly<Record<string, object>>;
  /** Fields of the document besides the services. */
  document?: object;
  /** Contents of URLs that the app reads itself, such as status pages, from the start: data, or a text. */
  pages?: Readonly<Record<string, unknown>>;
  /** Peers' acknowledgements of a service. */
  seenBy?: (view: ServiceView) => readonly SeenBy[];
  /** How much the machine's clock is behind the true time from the start, in ms. */
  clockBehindMs?: number;
  /** The window is open, and shows times and figures too. */
  windowOpen?: boolean;
  /** Files of an earlier run, by name without `.json`. */
  files?: Readonly<Record<string, string>>;
  /** Answers of services that are not well from the start. */
  first?: Readonly<Record<string, Observation>>;
  /** What the app would write into its log. */
  log?: Log;
}>;

export type Stage = Readonly<{
  clock: FakeClock;
  pass: FakeClock['pass'];
  passTo: (at: string) => Promise<void>;
  /** The machine sleeps for `ms`. */
  sleep: (ms: number) => Promise<void>;
  /** From now on these services answer so, or as the server decides for each check. */
  take: (answer: Observation | Server, ...ids: readonly string[]) => void;
  /** From now on their checks never complete. */
  hang: (...ids: readonly string[]) => void;
  /** While it is not `answered`, no service can be reached either. */
  setNetwork: (network: Testimony, seen?: Observation) => void;
  /** The witness's answer, whatever the network. */
  setWitness: (word: WitnessResult) => void;
  /** From now on the machine's clock is this much behind the true time, in ms. */
  setClock: (behindMs: number) => void;
  setDocument: (names: Readonly<Record<string, string>>) => Promise<void>;
  /** Replaces a page; `undefined` makes it unreachable. */
  setPage: (url: string, json: unknown) => void;
  policy: PolicyCommands;
  view: (id: string) => ServiceView | undefined;
  /** The tray's sentence. */
  sentence: () => string;
  /** What was rendered last, and what would be rendered now. */
  drawn: () => Snapshot | undefined;
  snapshot: () => Snapshot;
  /** Every notification so far, as “title / body”; `instead:` replaces the previous one. */
  told: () => readonly string[];
}>;

/** URL of the document. */
const source = 'https://co-op.example/coop.json';

/** A Tuesday morning in Toronto. */
const usualStart = '2026-11-24T10:00:00-05:00';

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { at = usualStart, timeZone = 'America/Toronto' } = options;
  const clock = fakeClock(Date.parse(at));
  const t = createTranslate('en');
  const times = createTimes('en', timeZone);
  const answers = new Map<string, Observation | Server>(Object.entries(options.first ?? {}));
  const pages = new Map<string, unknown>(Object.entries(options.pages ?? {}));
  const told: string[] = [];
  const hanging = new Set<string>();
  let drawn: Snapshot | undefined;
  let witness: WitnessResult = { testimony: 'answered' };
  let behindMs = options.clockBehindMs ?? 0;
  let seenThrough: Observation | undefined;

  const placeOf = (id: string): Place => ({ host: `${id}.example`, port: 443, speaks: 'https' });
  const answerOf = (id: string) => {
    const answer = seenThrough ?? answers.get(id) ?? up;
    return typeof answer === 'function' ? answer(id) : answer;
  };
  const trueUtcMs = () => clock.nowUtcMs() + behindMs;
  const hearOf = (id: string, { verdict, reason: why }: Observation) => {
    if (why && isClockDependent(why.code)) connectivity.hear({ untimely: placeOf(id) });
    else if (verdict !== 'down') {
      const answer = { place: placeOf(id), proof: 'verified' as const };
      connectivity.hear({ answer, serverUtcMs: trueUtcMs() });
    }
  };
  const jumps = createEmitter<void>();
  const connectivity = createConnectivity({
    clock,
    ask: async () => witness,
    askPlace: async (place) => {
      const seen = answerOf(place.host.replace('.example', ''));
      return seen.verdict === 'down' ? undefined : { place, proof: 'verified' };
    },
    askTime: async () => trueUtcMs(),
    onJump: jumps.emit,
  });
  const { log = noLog } = options;
  const net = withSourceLog(readerOf(pages), createSourceLog(log));
  const core = createCore({
    appVersion: '0',
    locale: 'en',
    language: 'en',
    t,
    times,
    clock,
    random: () => 0.5,
    timeZone: () => timeZone,
    net,
    pages: net,
    probe: async (probe) => {
      await new Promise<void>((resolve) => clock.after(100, resolve));
      const id = 'url' in probe ? new URL(probe.url).hostname : '';
      if (hanging.has(id)) await new Promise(() => undefined);
      const seen = answerOf(id);
      hearOf(id, seen);
      return seen;
    },
    connectivity,
    onJump: jumps.on,
    files: memoryFiles(options.files),
  });
  const { policy, state } = core;
  core.attach({
    isWindowOpen: () => options.windowOpen === true,
    annotate: (view) => {
      const seenBy = options.seenBy?.(view) ?? [];
      return seenBy.length > 0 ? { seenBy: [...seenBy] } : {};
    },
  });
  core.onNotification(({ text: { title, body }, replaces }) => {
    told.push(`${replaces ? 'instead: ' : ''}${title} / ${body.replaceAll('\n', '; ')}`);
  });
  state.onChange(createStateLog(log));
  state.onChange((snapshot) => {
    checkEvent('snapshot', snapshot);
    drawn = snapshot;
  });

  const setDocument = async (names: Readonly<Record<string, string>>) => {
    pages.set(source, documentOf(names, options));
    const error = await core.directory.join(source);
    if (error) throw new Error(`the stage's document: ${JSON.stringify(error)}`);
  };
  await core.restore();
  await setDocument(options.names ?? usual);
  await clock.pass(second);

  return {
    clock,
    pass: clock.pass,
    passTo: (then) => clock.pass(Date.parse(then) - clock.nowUtcMs()),
    sleep: async (ms) => {
      core.suspend();
      clock.jump(ms);
      core.wake();
      await clock.pass(second);
    },
    take: (answer, ...ids) => {
      for (const id of ids) {
        hanging.delete(id);
        answers.set(id, answer);
      }
    },
    hang: (...ids) => {
      for (const id of ids) hanging.add(id);
    },
    setWitness: (next) => {
      witness = next;
    },
    setClock: (nextMs) => {
      clock.jump(behindMs - nextMs);
      behindMs = nextMs;
    },
    setNetwork: (next, seen) => {
      witness = { testimony: next };
      seenThrough = next === 'answered' ? undefined : (seen ?? lost);
    },
    setDocument,
    setPage: (url, json) => void pages.set(url, json),
    policy: policy.commands,
    view: state.view,
    drawn: () => drawn,
    snapshot: state.snapshot,
    sentence: () =>
      summarySentence(
        t,
        summarise(state.snapshot().services, connectivity.current()),
        connectivity.current(),
      ),
    told: () => told,
  };
}

function readerOf(pages: ReadonlyMap<string, unknown>): Net {
  const unused = () => Promise.reject(new Error('not on this stage'));
  return {
    within: unused,
    connect: unused,
    request: async ({ url }) => {
      const page = pages.get(url);
      if (page === undefined) throw new NetError(reason('refused'));
      const body = typeof page === 'string' ? page : JSON.stringify(page);
      return { url, status: 200, headers: {}, body, timings: {} };
    },
  };
}

function documentOf(names: Readonly<Record<string, string>>, options: StageOptions): object {
  return {
    version: 1,
    name: 'Co-op',
    witnesses: [{ host: 'w.example', port: 443 }],
    ...options.document,
    services: Object.entries(names).map(([id, name]) => ({
      id,
      name,
      probe: { type: 'http', url: `http://${id}` },
      ...options.services?.[id],
    })),
  };
}
