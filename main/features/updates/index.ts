/** Updates: what is offered, and the way to it, step by step at the member's word. */
import { CallError } from '../../../shared/bridge.ts';
import type { UpdateNote, UpdatesState } from '../../../shared/updates/ipc.ts';
import type { Channel } from '../../../shared/updates/manifest.ts';
import { offerOf } from '../../../shared/updates/offer.ts';
import { commandOf } from '../../../shared/updates/place.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { createChecks } from './checks.ts';
import type { UpdatesDeps } from './deps.ts';
import type { Memory } from './memory.ts';
import { createMemory } from './memory.ts';
import { createTeller } from './teller.ts';
import { createTransfer } from './transfer.ts';
import { noteOf, stateOf } from './view.ts';

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
  /** Plans the next check: at the start, after sleep, and when the network is back. */
  begin: () => void;
  stop: () => void;
  /** Removes what was downloaded and not installed; undefined if there is nothing. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createUpdates(deps: UpdatesDeps): Updates {
  const { place } = deps;
  const memory = createMemory({ ...deps, keys: deps.release.keys });
  const checks = createChecks({ ...deps, memory });
  const transfer = createTransfer(deps.transfer);
  const changes = createEmitter<void>();
  const offers = createOffers(deps, memory);
  const teller = createTeller(deps, memory, () => offers.current()?.version);

  checks.onChange(() => {
    // What is downloaded may no longer be what is offered.
    const version = transfer.version();
    if (version !== undefined && version !== offers.current()?.version) void transfer.cancel();
    teller.review();
    changes.emit();
  });
  transfer.onChange(changes.emit);

  const begin = () => {
    if (place.how === 'store') return;
    // It plans the next one at its end: neither a network that comes back nor a choice ends what the member asked for.
    if (!checks.isChecking()) checks.begin();
    teller.review();
  };
  const checkNow = async () => {
    if (place.how !== 'store') await checks.checkNow();
  };

  const parts = { deps, memory, checks, transfer };
  return {
    restore: memory.load,
    state: () => stateOf({ ...parts, offer: offers.current(), file: offers.file() }),
    note: () => noteOf({ ...parts, offer: offers.current() }),
    checkNow,
    setOn: (isOn) => {
      memory.change({ isOn });
      begin();
      changes.emit();
    },
    setChannel: (channel) => {
      memory.change({ channel });
      // What is being read is of the other channel.
      checks.forget();
      void checkNow();
    },
    download: () => {
      if (place.how !== 'replace') throw new CallError('bad-payload');
      return transfer.download(must(offers.file()), place.path, must(offers.current()).version);
    },
    cancel: transfer.cancel,
    install: async () => {
      if (place.how !== 'replace' || !(await transfer.install())) return;
      deps.restart(place.path);
    },
    page: () => must(offers.current()).page,
    command: () => must(commandOf(place, offers.file()?.name)),
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

function createOffers({ clock, place, running }: UpdatesDeps, memory: Memory) {
  const current = () => {
    const { known, channel } = memory.current();
    return offerOf(known, { channel, running, nowUtcMs: clock.nowUtcMs() });
  };
  return {
    current,
    /** The package for this computer. */
    file: () =>
      current()?.files.find(({ target }) => place.how !== 'store' && target === place.target),
  };
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new CallError('bad-payload');
  return value;
}
