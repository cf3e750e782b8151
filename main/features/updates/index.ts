/** Updates: what is offered, and the way to it, step by step at the member's word. */
import { CallError } from '../../../shared/bridge.ts';
import { defined } from '../../../shared/defined.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { hourMs } from '../../../shared/time/calendar.ts';
import type { UpdateNote, UpdatesState } from '../../../shared/updates/ipc.ts';
import type { Channel, Manifest } from '../../../shared/updates/manifest.ts';
import { isTooOld, offerOf, overdueDays } from '../../../shared/updates/offer.ts';
import type { Place } from '../../../shared/updates/place.ts';
import { commandOf, shownPlace } from '../../../shared/updates/place.ts';
import type { Release } from '../../../shared/updates/release.ts';
import { isBeta } from '../../../shared/updates/version.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import { createChecks } from './checks.ts';
import type { Memory } from './memory.ts';
import { createMemory } from './memory.ts';
import type { ReadChannel } from './read-channel.ts';
import type { TransferDeps } from './transfer.ts';
import { createTransfer } from './transfer.ts';

export type UpdatesDeps = Readonly<{
  clock: Clock;
  random: () => number;
  release: Release;
  /** The version that runs. */
  running: string;
  locale: Locale;
  place: Place;
  read: ReadChannel;
  transfer: TransferDeps;
  connectivity: Readonly<{ current: () => Readonly<{ state: ConnectivityState }> }>;
  store: TextStore;
  isQuiet: () => boolean;
  /** Tells the member of a version. */
  tell: (version: string) => void;
  /** Ends the app, and starts the program at this path. */
  restart: (path: string) => void;
}>;

export type Updates = Readonly<{
  /** Loads the file; call once, first. */
  restore: () => Promise<void>;
  state: () => UpdatesState;
  /** The one thing about updates that concerns the member now. */
  note: () => UpdateNote | undefined;
  checkNow: () => Promise<void>;
  setOn: (on: boolean) => void;
  setChannel: (channel: Channel) => void;
  /** Throws CallError if there is nothing that the app can replace itself with. */
  download: () => Promise<void>;
  cancel: () => Promise<void>;
  install: () => Promise<void>;
  /** These throw CallError if there is none. */
  page: () => string;
  command: () => string;
  onChange: (listener: () => void) => () => void;
  begin: () => void;
  stop: () => void;
  /** Removes what was downloaded and not installed; undefined if there is nothing. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createUpdates(deps: UpdatesDeps): Updates {
  const { clock, place, running } = deps;
  const memory = createMemory({ ...deps, keys: deps.release.keys });
  const checks = createChecks({ ...deps, memory });
  const transfer = createTransfer(deps.transfer);
  const changes = createEmitter<void>();
  const choice = () => ({
    channel: memory.current().channel,
    running,
    nowUtcMs: clock.nowUtcMs(),
  });
  const offer = () => offerOf(memory.current().known, choice());
  const teller = createTeller(deps, memory, offer);

  checks.onChange(() => {
    // What was downloaded may no longer be what is offered.
    const ready = transfer.state();
    if (ready?.at === 'ready' && transfer.version() !== offer()?.version) void transfer.cancel();
    teller.review();
    changes.emit();
  });
  transfer.onChange(changes.emit);

  const begin = () => {
    if (place.how === 'store') return;
    checks.begin();
    teller.review();
  };
  const withOffer = <T>(of: (manifest: Manifest) => T | undefined): T => {
    const manifest = offer();
    const value = manifest && of(manifest);
    if (value === undefined) throw new CallError('bad-payload');
    return value;
  };
  const fileOf = ({ files }: Manifest) =>
    files.find(({ target }) => place.how !== 'store' && target === place.target);

  return {
    restore: memory.load,
    state: () => stateOf({ deps, memory, checks, transfer, offer: offer(), fileOf }),
    note: () => noteOf(deps, memory, transfer.state()?.at === 'ready', offer()),
    checkNow: checks.checkNow,
    setOn: (isOn) => {
      memory.change({ isOn });
      begin();
    },
    setChannel: (channel) => {
      memory.change({ channel });
      checks.forgetProblem();
      begin();
      void checks.checkNow();
    },
    download: () => {
      if (place.how !== 'replace') throw new CallError('bad-payload');
      return withOffer((manifest) => {
        const file = fileOf(manifest);
        return file && transfer.download(file, place.path, manifest.version);
      });
    },
    cancel: transfer.cancel,
    install: async () => {
      if (place.how !== 'replace' || !(await transfer.install())) return;
      deps.restart(place.path);
    },
    page: () => withOffer(({ page }) => page),
    command: () => withOffer((manifest) => commandOf(place, fileOf(manifest)?.name)),
    onChange: changes.on,
    begin,
    stop: checks.stop,
    leave: () => (transfer.state() ? transfer.cancel() : undefined),
    dispose: () => {
      checks.dispose();
      teller.dispose();
      transfer.dispose();
      changes.clear();
    },
  };
}

/** Tells the member of each version at most once, and not while it is quiet. */
function createTeller(
  { clock, isQuiet, tell }: UpdatesDeps,
  memory: Memory,
  offer: () => Manifest | undefined,
) {
  let cancel = () => {};
  const review = () => {
    cancel();
    const version = offer()?.version;
    if (version === undefined || !memory.current().isOn || memory.current().told === version) {
      return;
    }
    if (isQuiet()) {
      cancel = clock.after(hourMs, review);
      return;
    }
    memory.change({ told: version });
    tell(version);
  };
  return { review, dispose: () => cancel() };
}

function noteOf(
  { clock, running }: UpdatesDeps,
  memory: Memory,
  isReady: boolean,
  offer: Manifest | undefined,
): UpdateNote | undefined {
  const { known, channel, isOn, goodAtUtcMs, sinceUtcMs } = memory.current();
  const nowUtcMs = clock.nowUtcMs();
  if (offer && isReady) return { is: 'ready', version: offer.version };
  if (isTooOld(known, { channel, running, nowUtcMs })) return { is: 'too-old' };
  if (offer) return { is: 'offered', version: offer.version };
  const days = isOn ? overdueDays({ goodUtcMs: goodAtUtcMs, sinceUtcMs }, nowUtcMs) : undefined;
  return days === undefined ? undefined : { is: 'overdue', days };
}

function stateOf(
  from: Readonly<{
    deps: UpdatesDeps;
    memory: Memory;
    checks: ReturnType<typeof createChecks>;
    transfer: ReturnType<typeof createTransfer>;
    offer: Manifest | undefined;
    fileOf: (manifest: Manifest) => Manifest['files'][number] | undefined;
  }>,
): UpdatesState {
  const { deps, memory, checks, transfer, offer, fileOf } = from;
  const { place, running, clock, locale } = deps;
  const { isOn, channel, goodAtUtcMs, sinceUtcMs, known } = memory.current();
  const nowUtcMs = clock.nowUtcMs();
  const file = offer && fileOf(offer);
  return {
    isSetUp: true,
    isOn,
    channel,
    isBeta: isBeta(running),
    place: shownPlace(place),
    isChecking: checks.isChecking(),
    isTooOld: isTooOld(known, { channel, running, nowUtcMs }),
    ...defined({
      goodAtUtcMs,
      problem: checks.problem(),
      overdueDays: isOn ? overdueDays({ goodUtcMs: goodAtUtcMs, sinceUtcMs }, nowUtcMs) : undefined,
      offer: offer && {
        version: offer.version,
        issuedUtcMs: Date.parse(offer.issued),
        notes: offer.notes[locale],
        ...defined({
          sizeBytes: file?.sizeBytes,
          fileName: file?.name,
          command: commandOf(place, file?.name),
        }),
      },
      transfer: transfer.state(),
    }),
  };
}
