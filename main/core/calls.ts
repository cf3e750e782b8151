/** The window's IPC calls that the core handles. */
import type { Where } from '../../shared/triage/sharing.ts';
import { CallError } from '../../shared/bridge.ts';
import type { Link } from '../../shared/coop/links.ts';
import { coopKey } from '../../shared/coop/source.ts';
import { starterFor } from '../../shared/coop/starter.ts';
import { addressOf, textOf } from '../../shared/coop/links.ts';
import { detailsText } from '../../shared/wording/details.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { CallHandlers, CallName, Result } from '../../shared/ipc.ts';
import type { Removal } from '../../shared/redact/removals.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import { dateIn } from '../../shared/time/calendar.ts';
import type { Clock } from '../platform/clock.ts';
import { exportName } from './history/export.ts';
import type { History } from './history/index.ts';
import type { Core } from './index.ts';
import { createPolicyCalls } from './notification-policy/calls.ts';

export type CoreCalls = Pick<
  CallHandlers,
  Extract<CallName, `${'snapshot' | 'coop' | 'link' | 'status' | 'policy' | 'history'}.${string}`>
>;

export type CoreCallsDeps = Readonly<{
  core: Core;
  clock: Pick<Clock, 'nowUtcMs'>;
  /** The member's, as an IANA name; it may change at any time. */
  timeZone: () => string;
  history: Pick<History, 'detail' | 'overview' | 'exported'>;
  t: Translate;
  times: Times;
  /** Opens an address in the browser. */
  openAddress: (url: string) => void;
  copyText: (text: string) => Promise<void>;
  /** Redacts a text except for `kept`, copies it, and resolves to what was removed. */
  copyClean: (text: string, kept: readonly string[]) => Promise<Removal[]>;
  /** Asks the member where to save, and writes the pieces there. */
  saveAs: (
    suggestedName: string,
    pieces: AsyncIterable<string>,
  ) => Promise<Result<'history.export'>>;
  /** Where acknowledgements can be shared. */
  sharingPlace: () => Where;
}>;

export function createCoreCalls(deps: CoreCallsDeps): CoreCalls {
  const { core, history, t, times } = deps;
  const viewOf = (serviceId: string): ServiceView => {
    const view = core.state.view(serviceId);
    if (!view) throw new CallError('unknown-service');
    return view;
  };
  return {
    'snapshot.get': core.state.snapshot,
    'coop.join': async ({ source }) => {
      const before = core.directory.current()?.source;
      const error = await core.directory.join(source);
      if (error) return { joined: false, error };
      const { source: now } = core.directory.current() ?? { source };
      // To join the same co-op again is no new beginning.
      if (before === undefined || coopKey(before) !== coopKey(now))
        core.welcome.joined(coopKey(now));
      return { joined: true };
    },
    'coop.copyRequest': async ({ source }) => {
      const starter = starterFor(source);
      if (starter) await deps.copyText(t('join.admins.message', starter));
      return starter !== undefined;
    },
    'coop.endWelcome': core.welcome.close,
    'status.checkNow': ({ serviceId }) => core.monitor.checkNow(serviceId),
    'status.copyDetails': ({ serviceId, kept }) =>
      deps.copyClean(detailsText(t, times, viewOf(serviceId)), kept),
    'status.copyInstead': async ({ serviceId }) => {
      const { instead } = viewOf(serviceId);
      if (instead) await deps.copyText(instead.name);
    },
    'link.open': (link) => deps.openAddress(linkAddress(core, link)),
    'link.copy': async (copy) => {
      const coop = core.directory.current();
      const text = coop && textOf(coop.document, copy);
      if (text === undefined) throw new CallError('unknown-service');
      await deps.copyText(text);
    },
    ...createPolicyCalls({
      commands: core.policy.commands,
      idOf: (serviceId) => viewOf(serviceId).id,
      place: deps.sharingPlace,
    }),
    'history.get': ({ serviceId, range }) => history.detail(viewOf(serviceId).id, range),
    'history.overview': history.overview,
    'history.export': ({ format, serviceId }) => {
      const ids = core.state.snapshot().services.map(({ id }) => id);
      const wanted = serviceId === undefined ? ids : [viewOf(serviceId).id];
      const name = exportName(format, serviceId, dateIn(deps.timeZone(), deps.clock.nowUtcMs()));
      return deps.saveAs(name, history.exported(format, wanted));
    },
  };
}

/** Throws CallError if the document has no such address. */
export function linkAddress({ directory }: Pick<Core, 'directory'>, link: Link): string {
  const coop = directory.current();
  const address = coop && addressOf(coop.document, link);
  if (!address) throw new CallError('unknown-service');
  return address;
}
